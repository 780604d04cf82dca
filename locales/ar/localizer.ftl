### ما قد يختلّ عند صياغة الرسائل.

problem-missing-message = لا توجد الرسالة { $id } في اللغة { $locale }.
problem-missing-reference = تشير الرسالة { $id } إلى { $reference }، وهو غير موجود.
problem-missing-variable = لم تُعطَ الرسالة { $id } قيمة المتغير ${ $variable }.
problem-wrong-type = الرسالة { $id }: أُعطي { $what } قيمة من نوع غير مناسب.
problem-cyclic = الرسالة { $id } تشير إلى نفسها.
problem-too-large = طال نص الرسالة { $id } حتى قُطع.
problem-unknown-function = تستعمل الرسالة { $id } الدالة { $function }()، وهي غير موجودة.
problem-no-data = الرسالة { $id }: لا تُعرف كتابة { $what } في اللغة { $locale }.
problem-unknown-option = تستعمل الرسالة { $id } الخيار { $option }، وهو غير معروف أو لا يقبل هذه القيمة أو لا يجتمع مع غيره.
