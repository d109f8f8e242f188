line-long-one = Hoogstens { $most } tekens: één te veel.
line-long-other = Hoogstens { $most } tekens: { $n } te veel.
line-waiting = Onderweg: { $text }
line-mend = Aanpassen
line-leave = Weglaten
