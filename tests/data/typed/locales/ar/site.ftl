-name = ميزان

title = { -name }
welcome = أهلًا يا { $reader }!
    .label = إغلاق
checked =
    { $count ->
        [zero] لم يُفحص أي مقال
        [one] فُحص مقال واحد
        [two] فُحص مقالان
        [few] فُحصت { $count } مقالات
        [many] فُحص { $count } مقالًا
       *[other] فُحص { $count } مقال
    }
opens = يُفتح في { DATETIME($day, dateStyle: "long") }
rate = أُنجز { NUMBER($share, style: "percent") }
stored = { $file } في { $place }: الحجم بالبايت { $size }، منذ { $since }
open-with =
    { $platform ->
        [android] افتح بمدير الملفات في الهاتف
       *[other] افتح بمدير الملفات
    }
save-with = احفظ
guests =
    { $guests ->
        [0] لا أحد
        [unknown] لا نعلم من يأتي
       *[other] الضيوف: { $guests }
    }
summary = { checked }، { welcome.label } ({ $type })
only-in-arabic = { $nobody }
