# Days, times, numbers. Months and weekdays have keys put together by the program.
format-date = { $day } { $month } { $year }
format-month-day = { $day } { $month }
format-month = { $month } { $year }
format-date-time = { $date }, { $time }
format-money = ¥{ $amount }
format-minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
format-hours =
    { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }
format-hours-minutes = { $hours } h { $minutes } min
format-hidden-name = name and post hidden
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
