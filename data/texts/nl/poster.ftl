# De samenvatting op één bladzijde, voor aan de muur.

poster-open-page = Samenvatting voor aan de muur
poster-open-page-help = Alles op één bladzijde; druk hem liggend af, op A4 of A3.
poster-curve = Hoe het voelt, van begin tot eind
poster-felt = nu gevoeld
poster-aimed = beoogd
poster-no-map = Er staat nog niets op de kaart.
poster-truths = Momenten van de waarheid
poster-truths-none = Er is er nog geen aangemerkt.
poster-before-after = Voor en na
poster-no-to-be = Er is nog geen to-be.
poster-moments = Micromomenten
poster-channels = Kanalen
poster-switches = Kanaalwisselingen
poster-time = Tijd voor de klant
poster-feeling = Gevoel, over het geheel
poster-open-none = Niets: alles wat een kaart nodig heeft, is er.
poster-more = { $n ->
    [one] en nog één
   *[other] en nog { $n }
}
poster-fate-kept = behouden
poster-fate-changed = veranderd
poster-fate-moved = verplaatst
poster-fate-moved-channel = ander kanaal
poster-fate-merged = samengevoegd
poster-fate-split = gesplitst
poster-fate-removed = geschrapt
poster-fate-new = nieuw
poster-fate-open = niet behandeld
