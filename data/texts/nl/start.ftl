# De start van het programma, de instellingen en de opdrachtregel.

refusal-setting = De instelling { $name } ({ $variable }) kan niet “{ $value }” zijn: { $may_be }.
refusal-setting-unknown = Er is geen instelling { $name }; ze staan in docs/settings.md.

start-setting-database = het is het pad van een bestand
start-setting-host = het is een adres van deze computer, zoals 127.0.0.1 of 0.0.0.0
start-setting-port = het is een getal van 1 tot en met 65535
start-setting-public-url = het is het adres dat mensen intypen, en begint met http:// of https://
start-setting-trusted-proxies = het zijn adressen of netwerken, zoals 127.0.0.1 of 10.0.0.0/24, met komma’s ertussen
start-setting-language = het is en (English) of nl (Nederlands)
start-setting-owner-name = het is een naam van hoogstens 80 tekens
start-setting-ask-owner = het is once, always of never
start-setting-session-days = het is een aantal dagen, van 1 tot en met 400
start-setting-session-idle-days = het is een aantal dagen, van 1 tot en met 400
start-setting-metrics-key = het heeft minstens 20 tekens nodig
start-setting-joins-per-address = het is een getal, 1 of meer
start-setting-audit-days = het is een aantal dagen, van 1 tot en met 3650
start-setting-audit-file = het is het pad van een bestand
start-setting-samples = het is yes of no
start-setting-stories-need-validation = het is yes of no
start-setting-browser = het is auto, yes of no
start-setting-secret = het heeft minstens 32 tekens nodig
start-setting-disk-low = het is een aantal megabytes, 0 of meer
start-setting-log-level = het is debug, info, warning of error

refusal-start-port-taken = Poort { $port } is al bezet, misschien door een Journeymap die nog draait. Stop die, of kies een andere poort: journeymap run --port 8600.
refusal-start-port-reserved = Poort { $port } is op deze computer voorbehouden. Kies er een boven 1023: journeymap run --port 8501.
refusal-start-no-such-address = Deze computer heeft geen adres { $host }. Gebruik 127.0.0.1 voor alleen deze computer, of 0.0.0.0 voor iedereen die hem kan bereiken.

start-ready =
    Journeymap staat klaar: { $address }
    De kaarten worden bewaard in { $database }
start-owner = Je eigen link, als eigenaar (werkt één keer; houd hem voor jezelf): { $address }
start-owner-again = Voor een nieuwe link, in een ander venster: { $command }
start-room = De zaal komt binnen via: { $address }
start-descriptors = Er kunnen { $descriptors } bestanden en verbindingen open zijn, waarvan { $connections } verbindingen.
start-stop = Ctrl+C stopt het.

refusal-start-key = De sleutel waarmee plaatsen worden ondertekend kan niet worden gelezen of bewaard in { $path }. Maak de map beschrijfbaar, of verwijder het bestand als het beschadigd is (iedereen heeft dan een nieuwe link nodig), of stel JOURNEYMAP_SECRET in.
