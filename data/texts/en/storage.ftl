# The database: why it cannot be opened, read or written.

refusal-storage-no-such-map = This map is no longer here.
refusal-storage-no-such-revision = This map has no revision { $revision }: its last one is { $latest }.
refusal-storage-no-such-workshop = This workshop is no longer here.
refusal-storage-code-taken = Another workshop already has the code { $join_code }.

refusal-storage-unwritable = Nothing can be written to { $file }: allow writing to the file and its folder, or choose another place for the database.
refusal-storage-is-folder = { $file } is a folder: name a file in it.
refusal-storage-not-a-database = { $file } is not a database. It was left as it is: choose another file.
refusal-storage-not-ours = { $file } is a database of another program. It was left as it is: choose another file.
refusal-storage-newer = { $file } was made by a newer version of Journeymap. It was left as it is: install the newest version to open it.
refusal-storage-not-upgraded = { $file } could not be brought up to date for this version ({ $problem }). It was left as it is: open it with the version that made it.
refusal-storage-damaged = The database { $file } is damaged. It was left as it is: put a backup in its place.
refusal-storage-unreadable = Something in the database was changed by another program: row { $row } of the table { $table } holds a value that is not allowed. Correct it there, or put a backup in its place.
refusal-storage-no-wal = { $file } is on a drive that cannot hold a database that many people use at once; a network drive often cannot. Choose a folder on this computer.
refusal-storage-old-sqlite = This Python comes with SQLite { $version }, which is too old. Use a Python with SQLite 3.37 or newer.

refusal-storage-busy = Another program has kept the database busy for too long. Nothing was saved: try again in a moment.
refusal-storage-full = The disk is full. Nothing was saved: make room, then try again.
refusal-storage-disk = The disk could not do what was asked of it. Nothing was saved: check the drive that holds { $file }.
refusal-storage-not-saved = This could not be saved just now, and nothing of it was kept: try again.
refusal-storage-closed = Journeymap is stopping: nothing more is saved. Start it again and try once more.

refusal-storage-backup-onto-itself = { $file } is the database itself: choose another file for the backup.
refusal-storage-backup-in-use = { $file } is a database that seems to be in use: choose another file for the backup.
refusal-storage-backup-unwritable = The backup cannot be written to { $file }: check that the folder exists, that you may write there, and that the disk has room.

refusal-storage-no-archive = { $file } is not a backup of Journeymap. Nothing was changed.
refusal-storage-archive-newer = { $file } was made by a newer version of Journeymap. Nothing was changed: install the newest version to restore it.
refusal-storage-archive-damaged = The backup { $file } is damaged or not all there. Nothing was changed: use an older one.
refusal-storage-archive-unreadable = The backup { $file } could not be read ({ $why }). Nothing was changed.
refusal-storage-in-use = { $file } is in use. Nothing was changed: stop Journeymap, then try again.
refusal-storage-file-gone = The database { $file } was deleted or moved while Journeymap was using it. Nothing more is saved: put the file back, or restore a backup, and start Journeymap again. What you see can still be exported.
refusal-storage-file-replaced = Another file was put in the place of the database { $file } while Journeymap was using it. Nothing more is saved: start Journeymap again to work with the file that is there now. What you see can still be exported.
refusal-storage-backup-no-file = { $file } is no file that a backup could be written to: choose another name.
refusal-storage-backup-over-another = { $file } is there already and is not a backup: choose another name for the backup.
