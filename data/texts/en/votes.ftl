# What a vote leaves on the map.

voting-pain = Voted a pain point: “{ $moment }”
voting-customers = { $n ->
    [one] 1 customer
   *[other] { $n } customers
}
