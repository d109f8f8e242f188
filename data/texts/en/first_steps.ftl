# Where a screen has nothing to show yet.

first-map = First: how is it today?
first-map-why = There is nothing on this map yet. Add the episodes in the customer’s words, then what they do in each; what should change follows from that.
first-map-go = Begin on the map
first-workshop-go = Make a workshop
