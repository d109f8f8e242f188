# Het live bord: wat de server op zijn verbinding antwoordt.

refusal-live-stopping = Journeymap wordt opnieuw gestart. Wacht even: je bord komt vanzelf terug.
refusal-live-tabs = Je hebt deze kaart al op { $most } plekken open. Sluit er een paar en open haar dan opnieuw.
