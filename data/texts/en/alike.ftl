# Near-duplicates after a reveal, and merging them.

alike-same-text = The same sentence
alike-same-words = The same words
alike-near-words = { $percent } % alike
alike-same-channel = { $n ->
    [one] The same channel: { $channels }
   *[other] The same channels: { $channels }
}
alike-same-need = The same need
alike-also-said = Also said: “{ $text }”
