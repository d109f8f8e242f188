# Dates, in the one form they are written in.

date-day = { $day } { $month } { $year }
date-time = { $day }, { $time }
date-month-1 = January
date-month-2 = February
date-month-3 = March
date-month-4 = April
date-month-5 = May
date-month-6 = June
date-month-7 = July
date-month-8 = August
date-month-9 = September
date-month-10 = October
date-month-11 = November
date-month-12 = December

duration-minutes = { $n ->
    [one] one minute
   *[other] { $n } minutes
}
duration-minutes-short = { $n } min
duration-hours = { $hours } h
duration-hours-minutes = { $hours } h { $minutes } min
duration-hours-minutes-short = { $hours } h { $minutes }
