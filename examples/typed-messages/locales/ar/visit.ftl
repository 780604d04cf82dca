seats-left =
    { $seats ->
        [zero] لم يبق أي مقعد
        [one] بقي مقعد واحد
        [two] بقي مقعدان
        [few] بقيت { $seats } مقاعد
        [many] بقي { $seats } مقعدًا
       *[other] بقي { $seats } مقعد
    }
next-visit = تقود { $guide } الزيارة القادمة يوم { DATETIME($day, dateStyle: "full") }.
meet-at =
    { $door ->
        [east] اللقاء عند الباب الشرقي.
       *[main] اللقاء عند الباب الرئيسي.
    }
