"""Pictures as people send them, and as nobody should."""

from io import BytesIO
from zlib import compress, crc32

from PIL import Image

SECRET = b"Zwlxqqgh 52.0907 N"
"""What stands in a picture's metadata and may stand nowhere after it was taken."""


def sent(kind: str = "JPEG", size: tuple[int, int] = (640, 400), *, turned: bool = False, mode: str = "RGB") -> bytes:
    """A picture with a place, a device and a comment in it; the left half is red, the right one blue."""
    image = Image.new(mode, size, (200, 30, 30, 255)[: len(mode)])
    image.paste((30, 30, 200, 255)[: len(mode)], (size[0] // 2, 0, *size))
    about = Image.Exif()
    about[0x010E] = SECRET.decode()
    about.get_ifd(0x8825)[0x001D] = SECRET.decode()
    if turned:
        about[0x0112] = 6
    made = BytesIO()
    image.save(made, kind, exif=about)
    return made.getvalue()


def bomb(side: int = 50_000) -> bytes:
    """A PNG of a few bytes that says it has billions of dots."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + name + body + crc32(name + body).to_bytes(4, "big")

    head = side.to_bytes(4, "big") * 2 + bytes((8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", compress(bytes(100))) + chunk(b"IEND", b"")


def passes(count: int, side: int = 64) -> bytes:
    """A JPEG that is drawn in so many passes, of which all but the first say nothing: few bytes, much work."""
    blocks = ((side + 7) // 8) ** 2

    def part(name: int, body: bytes) -> bytes:
        return bytes((0xFF, name)) + (len(body) + 2).to_bytes(2, "big") + body

    def bits(said: str) -> bytes:
        said += "1" * (-len(said) % 8)
        return int(said, 2).to_bytes(len(said) // 8, "big").replace(b"\xff", b"\xff\x00")

    code = bytes((1, *[0] * 15))
    head = part(0xDB, b"\0" + b"\1" * 64) + part(0xC2, b"\x08" + side.to_bytes(2, "big") * 2 + bytes((1, 1, 0x11, 0)))
    head += part(0xC4, b"\x00" + code + b"\x00") + part(0xC4, b"\x10" + code + b"\x00")
    first = part(0xDA, bytes((1, 1, 0, 0, 0, 0))) + bits("0" * blocks)
    more = part(0xDA, bytes((1, 1, 0, 1, 63, 0))) + bits("0" * blocks)
    return b"\xff\xd8" + head + first + more * (count - 1) + b"\xff\xd9"


def stuffed(secret: bytes = SECRET) -> bytes:
    """A small WebP with something in it behind the dots, within their own part of the file."""
    made = BytesIO()
    Image.new("RGB", (32, 32), (200, 10, 10)).save(made, "WEBP", lossless=True)
    content = made.getvalue()
    size = int.from_bytes(content[16:20], "little")
    dots = content[20 : 20 + size] + secret
    dots += bytes(len(dots) % 2)
    whole = content[8:16] + len(dots).to_bytes(4, "little") + dots
    return b"RIFF" + len(whole).to_bytes(4, "little") + whole


def wide_webp(width: int = 16_383, height: int = 1_400) -> bytes:
    """A WebP of 34 bytes or so that is of one colour and has many millions of dots."""
    made = BytesIO()
    Image.new("RGB", (width, height)).save(made, "WEBP", lossless=True, quality=0, method=0)
    return made.getvalue()


NOT_ONE = {
    "nothing": b"",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "page": b"<!doctype html><script>alert(1)</script>",
    "gif": b"GIF89a" + bytes(40),
    "name alone": b"\xff\xd8\xff<script>alert(1)</script>",
    "torn": sent()[:900],
    "a sound": b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(24),
}
"""What is sent as a picture and is none."""
