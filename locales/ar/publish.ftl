### نصوص المظهر المضمّن. تحلّ محلّها رسائل المشروع التي تحمل المعرّفات نفسها.

skip-to-content = انتقل إلى المحتوى
breadcrumb-label = موضعك في الموقع
languages-label = اللغات
home = الرئيسية
latest-news = آخر الأخبار
no-news = لا أخبار بعد.

# يظهر رابطًا في صفحات اللغات الأخرى.
read-in-this-language = اقرأ هذا المقال بالعربية
# يظهر في الصفحة التي يختار فيها القارئ لغته.
choose-this-language = اقرأ الأخبار بالعربية
language-name = العربية

read-more = اقرأ المزيد
related-news = أخبار ذات صلة
not-translated = لم يُترجم هذا المقال بعد، وهو معروض هنا بلغته الأصلية.
written-by = بقلم { $author }

footnotes = الحواشي
footnote-back = العودة إلى النص

newer = الأحدث
older = الأقدم
pages-label = الصفحات
page-number = الصفحة { $number }

contact-heading = خدمات المرضى
contact-text = يجيب فريقنا عن أسئلتكم حول المواعيد والتكاليف والسفر.
contact-call = اتصلوا بنا
contact-write = راسلونا
contact-visit = تواصلوا مع خدمات المرضى

rights = © { $year } { $name }
