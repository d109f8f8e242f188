# Starting the program, its settings and the command line.

refusal-setting = The setting { $name } ({ $variable }) cannot be “{ $value }”: { $may_be }.
refusal-setting-unknown = There is no setting called { $name }; docs/settings.md lists them.

start-setting-database = it has to be the path of a file
start-setting-host = it has to be an address of this machine, such as 127.0.0.1 or 0.0.0.0
start-setting-port = it has to be a number from 1 to 65535
start-setting-public-url = it has to be the address people type, starting with http:// or https://
start-setting-trusted-proxies = it has to be addresses or networks, such as 127.0.0.1 or 10.0.0.0/24, with commas in between
start-setting-language = it has to be en (English) or nl (Nederlands)
start-setting-owner-name = it has to be a name of at most 80 characters
start-setting-ask-owner = it has to be once, always or never
start-setting-session-days = it has to be a number of days, from 1 to 400
start-setting-session-idle-days = it has to be a number of days, from 1 to 400
start-setting-metrics-key = it needs at least 20 characters
start-setting-joins-per-address = it has to be a number, 1 or more
start-setting-audit-days = it has to be a number of days, from 1 to 3650
start-setting-audit-file = it has to be the path of a file
start-setting-samples = it has to be yes or no
start-setting-stories-need-validation = it has to be yes or no
start-setting-browser = it has to be auto, yes or no
start-setting-secret = it needs at least 32 characters
start-setting-disk-low = it has to be a number of megabytes, 0 or more
start-setting-log-level = it has to be debug, info, warning or error

refusal-start-port-taken = Port { $port } is already taken, perhaps by a Journeymap that is still running. Stop that one, or choose another port: journeymap run --port 8600.
refusal-start-port-reserved = Port { $port } is reserved on this machine. Choose one above 1023: journeymap run --port 8501.
refusal-start-no-such-address = This machine has no address { $host }. Use 127.0.0.1 for this machine alone, or 0.0.0.0 for everybody who can reach it.

start-ready =
    Journeymap is ready: { $address }
    The maps are kept in { $database }
start-owner = Your own link, as the owner (works once; keep it to yourself): { $address }
start-owner-again = For another link, in another terminal: { $command }
start-room = The room joins at: { $address }
start-descriptors = It may hold { $descriptors } files and connections open, { $connections } of them connections.
start-stop = Ctrl+C stops it.

refusal-start-key = The key that seats are signed with cannot be read or saved at { $path }. Make its folder writable, or remove that file if it is damaged (everybody then needs a new link), or set JOURNEYMAP_SECRET.
