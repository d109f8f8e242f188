"""The files that Streamlit keeps of those that people sent."""

from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager


class SentFiles:
    """Looked up when it matters: Streamlit's runtime is there only once it serves."""

    def size(self, session: str, file: str) -> int:
        """The bytes of this one; 0 where it is not kept any more."""
        found = runtime.get_instance().uploaded_file_mgr.get_files(session, [file]) if runtime.exists() else []
        return sum(len(one.data) for one in found)

    def forget(self, session: str, file: str) -> None:
        """Keep it no longer."""
        kept = runtime.get_instance().uploaded_file_mgr if runtime.exists() else None
        if isinstance(kept, MemoryUploadedFileManager):
            kept.remove_file(session, file)
