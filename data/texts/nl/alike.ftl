# Bijna dezelfde momenten na een onthulling, en ze samenvoegen.

alike-same-text = Dezelfde zin
alike-same-words = Dezelfde woorden
alike-near-words = Voor { $percent } % hetzelfde
alike-same-channel = { $n ->
    [one] Hetzelfde kanaal: { $channels }
   *[other] Dezelfde kanalen: { $channels }
}
alike-same-need = Dezelfde behoefte
alike-also-said = Ook gezegd: “{ $text }”
