### How Arabic writes amounts: facts of CLDR 48, with the plurals after 3 to 10 and 11 to 99 that it lacks, and with its
### names mended where they do not agree (روبية هندية). A value is the name of a currency or a unit with its forms.
### What is left out is as the next longer: a symbol is the code, a narrow unit the short one, a short unit the name.

## Currencies

AED = { $n ->
    [few] { $n } دراهم إماراتية
    [many] { $n } درهمًا إماراتيًا
   *[other] { $n } درهم إماراتي
 }
    .symbol = د.إ.
AUD = { $n ->
    [few] { $n } دولارات أسترالية
    [many] { $n } دولارًا أستراليًا
   *[other] { $n } دولار أسترالي
 }
    .symbol = AU$
BHD = { $n ->
    [few] { $n } دنانير بحرينية
    [many] { $n } دينارًا بحرينيًا
   *[other] { $n } دينار بحريني
 }
    .symbol = د.ب.
BRL = { $n ->
    [few] { $n } ريالات برازيلية
    [many] { $n } ريالًا برازيليًا
   *[other] { $n } ريال برازيلي
 }
    .symbol = R$
CAD = { $n ->
    [few] { $n } دولارات كندية
    [many] { $n } دولارًا كنديًا
   *[other] { $n } دولار كندي
 }
    .symbol = CA$
CHF = { $n ->
    [few] { $n } فرنكات سويسرية
    [many] { $n } فرنكًا سويسريًا
   *[other] { $n } فرنك سويسري
 }
CNY = { $n ->
    [few] { $n } يوانات صينية
    [many] { $n } يوانًا صينيًا
   *[other] { $n } يوان صيني
 }
    .symbol = CN¥
DJF = { $n ->
    [few] { $n } فرنكات جيبوتية
    [many] { $n } فرنكًا جيبوتيًا
   *[other] { $n } فرنك جيبوتي
 }
DKK = { $n ->
    [few] { $n } كرونات دنماركية
   *[other] { $n } كرونة دنماركية
 }
DZD = { $n ->
    [few] { $n } دنانير جزائرية
    [many] { $n } دينارًا جزائريًا
   *[other] { $n } دينار جزائري
 }
    .symbol = د.ج.
EGP = { $n ->
    [few] { $n } جنيهات مصرية
    [many] { $n } جنيهًا مصريًا
   *[other] { $n } جنيه مصري
 }
    .symbol = ج.م.
EUR = { $n } يورو
    .symbol = €
GBP = { $n ->
    [few] { $n } جنيهات إسترلينية
    [many] { $n } جنيهًا إسترلينيًا
   *[other] { $n } جنيه إسترليني
 }
    .symbol = UK£
ILS = { $n ->
    [few] { $n } شواكل إسرائيلية جديدة
    [many] { $n } شيكلًا إسرائيليًا جديدًا
   *[other] { $n } شيكل إسرائيلي جديد
 }
    .symbol = ₪
INR = { $n ->
    [few] { $n } روبيات هندية
   *[other] { $n } روبية هندية
 }
    .symbol = ₹
IQD = { $n ->
    [few] { $n } دنانير عراقية
    [many] { $n } دينارًا عراقيًا
   *[other] { $n } دينار عراقي
 }
    .symbol = د.ع.
IRR = { $n ->
    [few] { $n } ريالات إيرانية
    [many] { $n } ريالًا إيرانيًا
   *[other] { $n } ريال إيراني
 }
    .symbol = ر.إ.
JOD = { $n ->
    [few] { $n } دنانير أردنية
    [many] { $n } دينارًا أردنيًا
   *[other] { $n } دينار أردني
 }
    .symbol = د.أ.
JPY = { $n ->
    [few] { $n } ينات يابانية
    [many] { $n } ينًا يابانيًا
   *[other] { $n } ين ياباني
 }
    .symbol = JP¥
KMF = { $n ->
    [few] { $n } فرنكات قمرية
    [many] { $n } فرنكًا قمريًا
   *[other] { $n } فرنك قمري
 }
KRW = { $n ->
    [few] { $n } وونات كورية جنوبية
    [many] { $n } وونًا كوريًا جنوبيًا
   *[other] { $n } وون كوري جنوبي
 }
    .symbol = ₩
KWD = { $n ->
    [few] { $n } دنانير كويتية
    [many] { $n } دينارًا كويتيًا
   *[other] { $n } دينار كويتي
 }
    .symbol = د.ك.
LBP = { $n ->
    [few] { $n } ليرات لبنانية
   *[other] { $n } ليرة لبنانية
 }
    .symbol = ل.ل.
LYD = { $n ->
    [few] { $n } دنانير ليبية
    [many] { $n } دينارًا ليبيًا
   *[other] { $n } دينار ليبي
 }
    .symbol = د.ل.
MAD = { $n ->
    [few] { $n } دراهم مغربية
    [many] { $n } درهمًا مغربيًا
   *[other] { $n } درهم مغربي
 }
    .symbol = د.م.
MRU = { $n ->
    [few] { $n } أوقيات موريتانية
   *[other] { $n } أوقية موريتانية
 }
    .symbol = أ.م.
NOK = { $n ->
    [few] { $n } كرونات نرويجية
   *[other] { $n } كرونة نرويجية
 }
NZD = { $n ->
    [few] { $n } دولارات نيوزيلندية
    [many] { $n } دولارًا نيوزيلنديًا
   *[other] { $n } دولار نيوزيلندي
 }
    .symbol = NZ$
OMR = { $n ->
    [few] { $n } ريالات عمانية
    [many] { $n } ريالًا عمانيًا
   *[other] { $n } ريال عماني
 }
    .symbol = ر.ع.
PKR = { $n ->
    [few] { $n } روبيات باكستانية
   *[other] { $n } روبية باكستانية
 }
QAR = { $n ->
    [few] { $n } ريالات قطرية
    [many] { $n } ريالًا قطريًا
   *[other] { $n } ريال قطري
 }
    .symbol = ر.ق.
RUB = { $n ->
    [few] { $n } روبلات روسية
    [many] { $n } روبلًا روسيًا
   *[other] { $n } روبل روسي
 }
SAR = { $n ->
    [few] { $n } ريالات سعودية
    [many] { $n } ريالًا سعوديًا
   *[other] { $n } ريال سعودي
 }
    .symbol = ر.س.
SDG = { $n ->
    [few] { $n } جنيهات سودانية
    [many] { $n } جنيهًا سودانيًا
   *[other] { $n } جنيه سوداني
 }
    .symbol = ج.س.
SEK = { $n ->
    [few] { $n } كرونات سويدية
   *[other] { $n } كرونة سويدية
 }
SOS = { $n ->
    [few] { $n } شلنات صومالية
    [many] { $n } شلنًا صوماليًا
   *[other] { $n } شلن صومالي
 }
SYP = { $n ->
    [few] { $n } ليرات سورية
   *[other] { $n } ليرة سورية
 }
    .symbol = ل.س.
TND = { $n ->
    [few] { $n } دنانير تونسية
    [many] { $n } دينارًا تونسيًا
   *[other] { $n } دينار تونسي
 }
    .symbol = د.ت.
TRY = { $n ->
    [few] { $n } ليرات تركية
   *[other] { $n } ليرة تركية
 }
USD = { $n ->
    [few] { $n } دولارات أمريكية
    [many] { $n } دولارًا أمريكيًا
   *[other] { $n } دولار أمريكي
 }
    .symbol = US$
YER = { $n ->
    [few] { $n } ريالات يمنية
    [many] { $n } ريالًا يمنيًا
   *[other] { $n } ريال يمني
 }
    .symbol = ر.ي.

## Units

acre = { $n ->
    [few] { $n } أفدنة
    [many] { $n } فدانًا
   *[other] { $n } فدان
 }
    .short = { $n } فدان
bit = { $n } بت
byte = { $n } بايت
    .narrow = { $n } ب
celsius = { $n ->
    [few] { $n } درجات مئوية
   *[other] { $n } درجة مئوية
 }
    .short = { $n }°م
centimeter = { $n ->
    [few] { $n } سنتيمترات
    [many] { $n } سنتيمترًا
   *[other] { $n } سنتيمتر
 }
    .short = { $n } سم
day = { $n ->
    [one] يوم
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
 }
    .narrow = { $n } ي
degree = { $n ->
    [one] درجة
    [two] درجتان
    [few] { $n } درجات
   *[other] { $n } درجة
 }
    .narrow = { $n }°
fahrenheit = { $n ->
    [few] { $n } درجات فهرنهايت
   *[other] { $n } درجة فهرنهايت
 }
    .short = { $n }°ف
foot = { $n ->
    [few] { $n } أقدام
    [many] { $n } قدمًا
   *[other] { $n } قدم
 }
    .narrow = { $n } قدم
gallon = { $n ->
    [few] { $n } غالونات
    [many] { $n } غالونًا
   *[other] { $n } غالون
 }
    .short = { $n } غالون
gigabit = { $n } غيغابت
    .narrow = { $n } غ.بت
gigabyte = { $n } غيغابايت
    .short = { $n } غ.ب
gram = { $n ->
    [one] غرام
    [two] غرامان
    [few] { $n } غرامات
    [many] { $n } غرامًا
   *[other] { $n } غرام
 }
    .short = { $n } غ
hectare = { $n ->
    [few] { $n } هكتارات
    [many] { $n } هكتارًا
   *[other] { $n } هكتار
 }
    .short = { $n } هكتار
hour = { $n ->
    [one] ساعة
    [two] ساعتان
    [few] { $n } ساعات
   *[other] { $n } ساعة
 }
    .short = { $n } س
inch = { $n ->
    [few] { $n } بوصات
   *[other] { $n } بوصة
 }
    .short = { $n } بوصة
kilobit = { $n } كيلوبت
    .narrow = { $n } ك.بت
kilobyte = { $n } كيلوبايت
    .narrow = { $n } ك.ب
kilogram = { $n ->
    [few] { $n } كيلوغرامات
    [many] { $n } كيلوغرامًا
   *[other] { $n } كيلوغرام
 }
    .short = { $n } كغم
    .narrow = { $n } كغ
kilometer = { $n ->
    [few] { $n } كيلومترات
    [many] { $n } كيلومترًا
   *[other] { $n } كيلومتر
 }
    .short = { $n } كم
kilometer-per-hour = { $n ->
    [few] { $n } كيلومترات في الساعة
    [many] { $n } كيلومترًا في الساعة
   *[other] { $n } كيلومتر في الساعة
 }
    .short = { $n } كم/س
liter = { $n ->
    [few] { $n } لترات
    [many] { $n } لترًا
   *[other] { $n } لتر
 }
    .short = { $n } لتر
    .narrow = { $n } ل
megabit = { $n } ميغابت
    .narrow = { $n } م.بت
megabit-per-second = { $n } ميغابت في الثانية
    .short = { $n } ميغابت/ث
    .narrow = { $n } م.بت/ث
megabyte = { $n } ميغابايت
    .short = { $n } م.ب
meter = { $n ->
    [few] { $n } أمتار
    [many] { $n } مترًا
   *[other] { $n } متر
 }
    .narrow = { $n } م
meter-per-second = { $n ->
    [few] { $n } أمتار في الثانية
    [many] { $n } مترًا في الثانية
   *[other] { $n } متر في الثانية
 }
    .short = { $n } م/ث
microsecond = { $n ->
    [few] { $n } ميكروثوانٍ
   *[other] { $n } ميكروثانية
 }
    .short = { $n } م.ث.
mile = { $n ->
    [one] ميل
    [two] ميلان
    [few] { $n } أميال
    [many] { $n } ميلًا
   *[other] { $n } ميل
 }
    .short = { $n } ميل
mile-per-hour = { $n ->
    [few] { $n } أميال في الساعة
    [many] { $n } ميلًا في الساعة
   *[other] { $n } ميل في الساعة
 }
    .short = { $n } ميل/س
milliliter = { $n ->
    [few] { $n } مليلترات
    [many] { $n } مليلترًا
   *[other] { $n } مليلتر
 }
    .short = { $n } ملتر
millimeter = { $n ->
    [few] { $n } مليمترات
    [many] { $n } مليمترًا
   *[other] { $n } مليمتر
 }
    .short = { $n } مم
millisecond = { $n ->
    [few] { $n } ملي ثوانٍ
   *[other] { $n } ملي ثانية
 }
    .short = { $n } ملي ث
minute = { $n ->
    [one] دقيقة
    [two] دقيقتان
    [few] { $n } دقائق
   *[other] { $n } دقيقة
 }
    .short = { $n } د
month = { $n ->
    [one] شهر
    [two] شهران
    [few] { $n } أشهر
    [many] { $n } شهرًا
   *[other] { $n } شهر
 }
    .narrow = { $n } شهر
nanosecond = { $n ->
    [few] { $n } نانو ثوانٍ
   *[other] { $n } نانو ثانية
 }
    .short = { $n } ن.ث.
ounce = { $n ->
    [few] { $n } أونصات
   *[other] { $n } أونصة
 }
    .short = { $n } أونصة
petabyte = { $n } بيتابايت
pound = { $n ->
    [few] { $n } أرطال
    [many] { $n } رطلًا
   *[other] { $n } رطل
 }
    .narrow = { $n } رطل
second = { $n ->
    [one] ثانية
    [two] ثانيتان
    [few] { $n } ثوانٍ
   *[other] { $n } ثانية
 }
    .short = { $n } ث
terabit = { $n } تيرابت
    .narrow = { $n } ت.بت
terabyte = { $n } تيرابايت
    .narrow = { $n } ت.ب
week = { $n ->
    [one] أسبوع
    [two] أسبوعان
    [few] { $n } أسابيع
    [many] { $n } أسبوعًا
   *[other] { $n } أسبوع
 }
    .narrow = { $n } أ
yard = { $n ->
    [few] { $n } ياردات
   *[other] { $n } ياردة
 }
    .short = { $n } ياردة
year = { $n ->
    [one] سنة
    [two] سنتان
    [few] { $n } سنوات
   *[other] { $n } سنة
 }
    .narrow = { $n } سنة
