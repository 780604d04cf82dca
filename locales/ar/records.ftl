### الأمر mizan accept: عمّ تُرجم كل ملف.

cli-accept = تسجيل الترجمات على أنها مطابقة لمصادرها كما هي الآن
cli-accept-paths = ملفات مترجمة (أو ملفات مصدر أو مجلدات، فتُسجَّل ترجماتها كلها)، ولرسالة واحدة من ملف: PATH#MESSAGE
cli-accept-as-is = تغيّر المصدر وليس في الترجمة ما يجب تغييره
cli-accept-from-git = استخراج السجلّات الأولى من تاريخ git لكل ترجمة لا سجلّ لها
cli-accept-merge = حلّ التعارض الذي تركه دمج الفروع في mizan.lock

cli-accept-nothing = سمِّ الملفات التي قرأتها، مثل articles/visiting-hours/ar.md
cli-accept-no-such = ليس { $path } ملفًا مترجمًا من هذا المشروع، ولا مصدرًا، ولا مجلدًا فيه شيء منها

cli-accept-recorded = سُجِّل: { $path }
cli-accept-renewed = سُجِّل من جديد: { $path }
cli-accept-moved = سُجِّل: { $path }، وكان اسمه { $old }
cli-accept-already = لم يتغيّر شيء منذ تسجيله: { $path }
cli-accept-unchanged = سُجِّل مع أن مصدره تغيّر وهو لم يتغيّر: { $path }
    إن لم يكن فيه ما يجب تغييره فصرّح بذلك بالخيار --as-is، وإلا بقي الفحص يسأل عنه (article/recorded-unchanged).
cli-accept-no-source = لم يُسجَّل لأنه بلا مصدر: { $path }
cli-accept-not-a-translation = لم يُسجَّل لأنه لا ترجمة بهذا الاسم: { $path }

cli-accept-derived =
    { $count ->
        [zero] لا سجلّ ناقص يمكن استخراجه من تاريخ git.
        [one] استُخرج سجلّ واحد من تاريخ git.
        [two] استُخرج سجلّان من تاريخ git.
        [few] استُخرجت { $count } سجلّات من تاريخ git.
        [many] استُخرج { $count } سجلًّا من تاريخ git.
       *[other] استُخرج { $count } سجلّ من تاريخ git.
    }
cli-accept-derived-unknown =
    { $count ->
        [zero] يعرف git الترجمات كلها.
        [one] لا يعرف git بعدُ ترجمة واحدة؛ فسجّلها باسمها.
        [two] لا يعرف git بعدُ ترجمتين؛ فسجّلهما باسميهما.
        [few] لا يعرف git بعدُ { $count } ترجمات؛ فسجّلها بأسمائها.
        [many] لا يعرف git بعدُ { $count } ترجمة؛ فسجّلها بأسمائها.
       *[other] لا يعرف git بعدُ { $count } ترجمة؛ فسجّلها بأسمائها.
    }
cli-accept-merged =
    { $count ->
        [zero] الملف mizan.lock سليم.
        [one] عاد mizan.lock سليمًا، وجُمع سجلّ ترجمة واحدة.
        [two] عاد mizan.lock سليمًا، وجُمعت سجلّات ترجمتين.
        [few] عاد mizan.lock سليمًا، وجُمعت سجلّات { $count } ترجمات.
        [many] عاد mizan.lock سليمًا، وجُمعت سجلّات { $count } ترجمة.
       *[other] عاد mizan.lock سليمًا، وجُمعت سجلّات { $count } ترجمة.
    }

error-git = لا جواب من git: { $reason }
