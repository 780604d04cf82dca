### How English writes amounts: facts of CLDR 48. A value is the name of a currency or a unit with its forms.
### What is left out is as the next longer: a symbol is the code, a narrow unit the short one, a short unit the name.

## Currencies

AED = { $n ->
    [one] { $n } UAE dirham
   *[other] { $n } UAE dirhams
 }
AUD = { $n ->
    [one] { $n } Australian dollar
   *[other] { $n } Australian dollars
 }
    .symbol = A$
BHD = { $n ->
    [one] { $n } Bahraini dinar
   *[other] { $n } Bahraini dinars
 }
BRL = { $n ->
    [one] { $n } Brazilian real
   *[other] { $n } Brazilian reals
 }
    .symbol = R$
CAD = { $n ->
    [one] { $n } Canadian dollar
   *[other] { $n } Canadian dollars
 }
    .symbol = CA$
CHF = { $n ->
    [one] { $n } Swiss franc
   *[other] { $n } Swiss francs
 }
CNY = { $n } Chinese yuan
    .symbol = CN¥
DJF = { $n ->
    [one] { $n } Djiboutian franc
   *[other] { $n } Djiboutian francs
 }
DKK = { $n ->
    [one] { $n } Danish krone
   *[other] { $n } Danish kroner
 }
DZD = { $n ->
    [one] { $n } Algerian dinar
   *[other] { $n } Algerian dinars
 }
EGP = { $n ->
    [one] { $n } Egyptian pound
   *[other] { $n } Egyptian pounds
 }
EUR = { $n ->
    [one] { $n } euro
   *[other] { $n } euros
 }
    .symbol = €
GBP = { $n ->
    [one] { $n } British pound
   *[other] { $n } British pounds
 }
    .symbol = £
ILS = { $n ->
    [one] { $n } Israeli new shekel
   *[other] { $n } Israeli new shekels
 }
    .symbol = ₪
INR = { $n ->
    [one] { $n } Indian rupee
   *[other] { $n } Indian rupees
 }
    .symbol = ₹
IQD = { $n ->
    [one] { $n } Iraqi dinar
   *[other] { $n } Iraqi dinars
 }
IRR = { $n ->
    [one] { $n } Iranian rial
   *[other] { $n } Iranian rials
 }
JOD = { $n ->
    [one] { $n } Jordanian dinar
   *[other] { $n } Jordanian dinars
 }
JPY = { $n } Japanese yen
    .symbol = ¥
KMF = { $n ->
    [one] { $n } Comorian franc
   *[other] { $n } Comorian francs
 }
KRW = { $n } South Korean won
    .symbol = ₩
KWD = { $n ->
    [one] { $n } Kuwaiti dinar
   *[other] { $n } Kuwaiti dinars
 }
LBP = { $n ->
    [one] { $n } Lebanese pound
   *[other] { $n } Lebanese pounds
 }
LYD = { $n ->
    [one] { $n } Libyan dinar
   *[other] { $n } Libyan dinars
 }
MAD = { $n ->
    [one] { $n } Moroccan dirham
   *[other] { $n } Moroccan dirhams
 }
MRU = { $n ->
    [one] { $n } Mauritanian ouguiya
   *[other] { $n } Mauritanian ouguiyas
 }
NOK = { $n ->
    [one] { $n } Norwegian krone
   *[other] { $n } Norwegian kroner
 }
NZD = { $n ->
    [one] { $n } New Zealand dollar
   *[other] { $n } New Zealand dollars
 }
    .symbol = NZ$
OMR = { $n ->
    [one] { $n } Omani rial
   *[other] { $n } Omani rials
 }
PKR = { $n ->
    [one] { $n } Pakistani rupee
   *[other] { $n } Pakistani rupees
 }
QAR = { $n ->
    [one] { $n } Qatari riyal
   *[other] { $n } Qatari riyals
 }
RUB = { $n ->
    [one] { $n } Russian ruble
   *[other] { $n } Russian rubles
 }
SAR = { $n ->
    [one] { $n } Saudi riyal
   *[other] { $n } Saudi riyals
 }
SDG = { $n ->
    [one] { $n } Sudanese pound
   *[other] { $n } Sudanese pounds
 }
SEK = { $n ->
    [one] { $n } Swedish krona
   *[other] { $n } Swedish kronor
 }
SOS = { $n ->
    [one] { $n } Somali shilling
   *[other] { $n } Somali shillings
 }
SYP = { $n ->
    [one] { $n } Syrian pound
   *[other] { $n } Syrian pounds
 }
TND = { $n ->
    [one] { $n } Tunisian dinar
   *[other] { $n } Tunisian dinars
 }
TRY = { $n ->
    [one] { $n } Turkish lira
   *[other] { $n } Turkish Lira
 }
USD = { $n ->
    [one] { $n } US dollar
   *[other] { $n } US dollars
 }
    .symbol = $
YER = { $n ->
    [one] { $n } Yemeni rial
   *[other] { $n } Yemeni rials
 }

## Units

acre = { $n ->
    [one] { $n } acre
   *[other] { $n } acres
 }
    .short = { $n } ac
    .narrow = { $n }ac
bit = { $n ->
    [one] { $n } bit
   *[other] { $n } bits
 }
    .short = { $n } bit
    .narrow = { $n }bit
byte = { $n ->
    [one] { $n } byte
   *[other] { $n } bytes
 }
    .short = { $n } byte
    .narrow = { $n }B
celsius = { $n ->
    [one] { $n } degree Celsius
   *[other] { $n } degrees Celsius
 }
    .short = { $n }°C
centimeter = { $n ->
    [one] { $n } centimeter
   *[other] { $n } centimeters
 }
    .short = { $n } cm
    .narrow = { $n }cm
day = { $n ->
    [one] { $n } day
   *[other] { $n } days
 }
    .short = { $n ->
        [one] { $n } day
       *[other] { $n } days
     }
    .narrow = { $n }d
degree = { $n ->
    [one] { $n } degree
   *[other] { $n } degrees
 }
    .short = { $n } deg
    .narrow = { $n }°
fahrenheit = { $n ->
    [one] { $n } degree Fahrenheit
   *[other] { $n } degrees Fahrenheit
 }
    .short = { $n }°F
    .narrow = { $n }°
foot = { $n ->
    [one] { $n } foot
   *[other] { $n } feet
 }
    .short = { $n } ft
    .narrow = { $n }′
gallon = { $n ->
    [one] { $n } gallon
   *[other] { $n } gallons
 }
    .short = { $n } gal
    .narrow = { $n }gal
gigabit = { $n ->
    [one] { $n } gigabit
   *[other] { $n } gigabits
 }
    .short = { $n } Gb
    .narrow = { $n }Gb
gigabyte = { $n ->
    [one] { $n } gigabyte
   *[other] { $n } gigabytes
 }
    .short = { $n } GB
    .narrow = { $n }GB
gram = { $n ->
    [one] { $n } gram
   *[other] { $n } grams
 }
    .short = { $n } g
    .narrow = { $n }g
hectare = { $n ->
    [one] { $n } hectare
   *[other] { $n } hectares
 }
    .short = { $n } ha
    .narrow = { $n }ha
hour = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
 }
    .short = { $n } hr
    .narrow = { $n }h
inch = { $n ->
    [one] { $n } inch
   *[other] { $n } inches
 }
    .short = { $n } in
    .narrow = { $n }″
kilobit = { $n ->
    [one] { $n } kilobit
   *[other] { $n } kilobits
 }
    .short = { $n } kb
    .narrow = { $n }kb
kilobyte = { $n ->
    [one] { $n } kilobyte
   *[other] { $n } kilobytes
 }
    .short = { $n } kB
    .narrow = { $n }kB
kilogram = { $n ->
    [one] { $n } kilogram
   *[other] { $n } kilograms
 }
    .short = { $n } kg
    .narrow = { $n }kg
kilometer = { $n ->
    [one] { $n } kilometer
   *[other] { $n } kilometers
 }
    .short = { $n } km
    .narrow = { $n }km
kilometer-per-hour = { $n ->
    [one] { $n } kilometer per hour
   *[other] { $n } kilometers per hour
 }
    .short = { $n } km/h
    .narrow = { $n }km/h
liter = { $n ->
    [one] { $n } liter
   *[other] { $n } liters
 }
    .short = { $n } L
    .narrow = { $n }L
megabit = { $n ->
    [one] { $n } megabit
   *[other] { $n } megabits
 }
    .short = { $n } Mb
    .narrow = { $n }Mb
megabit-per-second = { $n ->
    [one] { $n } megabit per second
   *[other] { $n } megabits per second
 }
    .short = { $n } Mb/s
    .narrow = { $n }Mb/s
megabyte = { $n ->
    [one] { $n } megabyte
   *[other] { $n } megabytes
 }
    .short = { $n } MB
    .narrow = { $n }MB
meter = { $n ->
    [one] { $n } meter
   *[other] { $n } meters
 }
    .short = { $n } m
    .narrow = { $n }m
meter-per-second = { $n ->
    [one] { $n } meter per second
   *[other] { $n } meters per second
 }
    .short = { $n } m/s
    .narrow = { $n }m/s
microsecond = { $n ->
    [one] { $n } microsecond
   *[other] { $n } microseconds
 }
    .short = { $n } μs
    .narrow = { $n }μs
mile = { $n ->
    [one] { $n } mile
   *[other] { $n } miles
 }
    .short = { $n } mi
    .narrow = { $n }mi
mile-per-hour = { $n ->
    [one] { $n } mile per hour
   *[other] { $n } miles per hour
 }
    .short = { $n } mph
    .narrow = { $n }mph
milliliter = { $n ->
    [one] { $n } milliliter
   *[other] { $n } milliliters
 }
    .short = { $n } mL
    .narrow = { $n }mL
millimeter = { $n ->
    [one] { $n } millimeter
   *[other] { $n } millimeters
 }
    .short = { $n } mm
    .narrow = { $n }mm
millisecond = { $n ->
    [one] { $n } millisecond
   *[other] { $n } milliseconds
 }
    .short = { $n } ms
    .narrow = { $n }ms
minute = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
 }
    .short = { $n } min
    .narrow = { $n }m
month = { $n ->
    [one] { $n } month
   *[other] { $n } months
 }
    .short = { $n ->
        [one] { $n } mth
       *[other] { $n } mths
     }
    .narrow = { $n }m
nanosecond = { $n ->
    [one] { $n } nanosecond
   *[other] { $n } nanoseconds
 }
    .short = { $n } ns
    .narrow = { $n }ns
ounce = { $n ->
    [one] { $n } ounce
   *[other] { $n } ounces
 }
    .short = { $n } oz
    .narrow = { $n }oz
petabyte = { $n ->
    [one] { $n } petabyte
   *[other] { $n } petabytes
 }
    .short = { $n } PB
    .narrow = { $n }PB
pound = { $n ->
    [one] { $n } pound
   *[other] { $n } pounds
 }
    .short = { $n } lb
    .narrow = { $n }#
second = { $n ->
    [one] { $n } second
   *[other] { $n } seconds
 }
    .short = { $n } sec
    .narrow = { $n }s
terabit = { $n ->
    [one] { $n } terabit
   *[other] { $n } terabits
 }
    .short = { $n } Tb
    .narrow = { $n }Tb
terabyte = { $n ->
    [one] { $n } terabyte
   *[other] { $n } terabytes
 }
    .short = { $n } TB
    .narrow = { $n }TB
week = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
 }
    .short = { $n ->
        [one] { $n } wk
       *[other] { $n } wks
     }
    .narrow = { $n }w
yard = { $n ->
    [one] { $n } yard
   *[other] { $n } yards
 }
    .short = { $n } yd
    .narrow = { $n }yd
year = { $n ->
    [one] { $n } year
   *[other] { $n } years
 }
    .short = { $n ->
        [one] { $n } yr
       *[other] { $n } yrs
     }
    .narrow = { $n }y
