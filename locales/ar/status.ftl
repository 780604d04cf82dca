### الأمر `mizan status`: الجدول وقائمة العمل وصفحة المتابعة.

status-collection = المجموعة
status-locale = اللغة
status-total = المجموع
status-translated = المترجَم
status-missing = غير المترجَم
status-incomplete = المترجَم جزئيًّا
status-stale = المتقادم
status-words-left = الكلمات الباقية
status-share = نسبة الإنجاز

status-articles = المقالات
status-messages = الرسائل

status-nothing = لا شيء يُترجم: ليس في المشروع لغة هدف، أو ليس فيه مصدر.
status-all-done = كل شيء مترجم.
status-work-summary =
    { $count ->
        [zero] لا نصوص للترجمة
        [one] نص واحد للترجمة
        [two] نصان للترجمة
        [few] { $count } نصوص للترجمة
        [many] { $count } نصًّا للترجمة
       *[other] { $count } نص للترجمة
    }، { $words ->
        [zero] بلا كلمات
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $words } كلمات
        [many] { $words } كلمة
       *[other] { $words } كلمة
    }.
status-work-hint = لعرضها: { $command }

status-work-line = { $state }، { $amount }
status-left-missing = غير مترجم
status-left-incomplete = مترجم جزئيًّا
status-left-stale = متقادم
status-words =
    { $count ->
        [zero] لا كلمات
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $count } كلمات
        [many] { $count } كلمة
       *[other] { $count } كلمة
    }
status-more =
    { $count ->
        [zero] ولا شيء غيرها
        [one] وواحد غيرها
        [two] واثنان غيرها
        [few] و{ $count } غيرها
        [many] و{ $count } غيرها
       *[other] و{ $count } غيرها
    }

status-page-title = حال الترجمة في { $project }
status-page-coverage = التغطية
status-page-work = ما بقي للترجمة
status-page-work-none = لم يبقَ شيء للترجمة.
status-page-text = النص
status-page-file = الملف المطلوب
status-page-state = الحال
status-page-words = الكلمات
status-page-other-language = العربية

status-next-line =
    { $days ->
        [zero] { $state } منذ اليوم، { $amount }
        [one] { $state } منذ يوم واحد، { $amount }
        [two] { $state } منذ يومين، { $amount }
        [few] { $state } منذ { $days } أيام، { $amount }
        [many] { $state } منذ { $days } يومًا، { $amount }
       *[other] { $state } منذ { $days } يوم، { $amount }
    }
status-next-weight = { $line }، الوزن { $weight }
