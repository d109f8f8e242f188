# What the choices of a field are called.

choice-assumed = Assumed
choice-internal = Internal data
choice-validated = Confirmed by a customer
choice-as-is = As-is
choice-to-be = To-be
choice-happy = Happy
choice-unhappy = Unhappy
choice-loop = Loop
choice-abandoned = Abandoned
