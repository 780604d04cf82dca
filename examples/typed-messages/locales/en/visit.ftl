### A hospital's desk for guided visits.

# $seats (Number) that are still free.
seats-left =
    { $seats ->
        [0] No seats are left
        [one] One seat is left
       *[other] { $seats } seats are left
    }
# $guide (String) is a person's name.
next-visit = { $guide } leads the next visit, on { DATETIME($day, dateStyle: "full") }.
meet-at =
    { $door ->
        [east] Meet at the east door.
       *[main] Meet at the main door.
    }
