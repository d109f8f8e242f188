# Datums, in de ene vorm waarin ze worden geschreven.

date-day = { $day } { $month } { $year }
date-time = { $day }, { $time }
date-month-1 = januari
date-month-2 = februari
date-month-3 = maart
date-month-4 = april
date-month-5 = mei
date-month-6 = juni
date-month-7 = juli
date-month-8 = augustus
date-month-9 = september
date-month-10 = oktober
date-month-11 = november
date-month-12 = december

duration-minutes = { $n ->
    [one] één minuut
   *[other] { $n } minuten
}
duration-minutes-short = { $n } min
duration-hours = { $hours } u
duration-hours-minutes = { $hours } u { $minutes } min
duration-hours-minutes-short = { $hours } u { $minutes }
