"""A short piece of news in many languages, each with the encodings that it was written in before Unicode."""

from __future__ import annotations

GERMAN = (
    "Der Bürgermeister erklärte am Montag, die Brücke über den Fluss werde im Frühjahr für den Verkehr geöffnet. "
    "Die Kosten für die Bauarbeiten beliefen sich nach Angaben der Behörde auf drei Millionen Euro, größtenteils "
    "bezahlt aus Mitteln des Landes. Die Anwohner müssten künftig weniger Lärm ertragen, hieß es.\n"
)
FRENCH = (
    "Le maire a déclaré lundi que le nouveau pont sur la rivière serait ouvert à la circulation dès le mois de mars. "
    "Les travaux ont coûté près de trois millions, d’après la préfecture, et la région a réglé l’essentiel de la "
    "dépense. Les élèves de l’école voisine pourront enfin traverser sans être gênés par les camions.\n"
)
SPANISH = (
    "El alcalde anunció el lunes que el nuevo puente sobre el río abrirá al tráfico en primavera. Según explicó la "
    "administración, las obras costaron tres millones y la región pagó la mayor parte. «Mañana será más fácil llegar "
    "a la escuela», dijo una vecina; ¿y quién limpiará la calle?, preguntó otra señora del barrio.\n"
)
PORTUGUESE = (
    "O presidente da câmara afirmou na segunda-feira que a nova ponte sobre o rio abrirá ao trânsito na primavera. "
    "A construção custou três milhões, segundo a administração, e a região pagou a maior parte. Os moradores dizem "
    "que não haverá mais caminhões à noite e que as crianças poderão ir à escola em segurança.\n"
)
POLISH = (
    "Burmistrz oświadczył w poniedziałek, że nowy most na rzece zostanie otwarty wiosną. Według urzędu budowa "
    "kosztowała trzy miliony złotych, a większość pieniędzy dało województwo. Mieszkańcy mówią, że wreszcie będą mogli "
    "spać spokojnie, bo ciężarówki pojadą inną drogą, i że dzieci łatwiej dojdą do szkoły. „Jeśli ścieżka będzie "
    "gotowa później, poczekamy” – powiedział sąsiad.\n"
)
CZECH = (
    "Starosta v pondělí prohlásil, že nový most přes řeku bude otevřen na jaře. Podle úřadu stavba stála tři miliony "
    "korun a většinu zaplatil kraj. Obyvatelé říkají, že budou konečně moci v klidu spát, protože nákladní auta "
    "pojedou jinudy, a že děti dojdou snáze do školy. Když bude cesta hotová později, počkáme, řekl soused.\n"
)
HUNGARIAN = (
    "A polgármester hétfőn közölte, hogy az új hidat tavasszal nyitják meg a folyó fölött. Az önkormányzat szerint az "
    "építkezés hárommillióba került, és a költségek nagyobb részét a megye fizette. A lakók azt mondják, hogy végre "
    "nyugodtan alhatnak, mert a teherautók másfelé mennek, és a gyerekek könnyebben eljutnak az iskolába.\n"
)
ROMANIAN = (
    "Primarul a declarat luni că noul pod peste râu va fi deschis în primăvară. Potrivit primăriei, lucrările au "
    "costat trei milioane, iar cea mai mare parte a fost plătită de judeţ. Locuitorii spun că vor putea în sfârşit "
    "să doarmă liniştiţi, fiindcă maşinile grele vor trece prin altă parte şi copiii vor ajunge mai uşor la şcoală.\n"
)
CROATIAN = (
    "Gradonačelnik je u ponedjeljak izjavio da će novi most preko rijeke biti otvoren u proljeće. Prema riječima "
    "uprave, radovi su stajali tri milijuna, a veći dio platila je županija. Stanovnici kažu da će napokon moći mirno "
    "spavati jer će teška vozila ići drugim putem, a djeca će lakše stići do škole. Što će biti s pješacima, još se "
    "ne zna.\n"
)
RUSSIAN = (
    "Мэр города заявил в понедельник, что новый мост через реку откроют для движения весной. По данным управления, "
    "строительство обошлось в три миллиона рублей, и большую часть расходов взяла на себя область. Жители говорят, "
    "что наконец смогут спокойно спать, потому что грузовики поедут другой дорогой, а дети легче доберутся до школы.\n"
)
UKRAINIAN = (
    "Міський голова заявив у понеділок, що новий міст через річку відкриють для руху навесні. За даними управління, "
    "будівництво коштувало три мільйони гривень, і більшу частину видатків узяла на себе область. Мешканці кажуть, "
    "що нарешті зможуть спокійно спати, бо вантажівки їхатимуть іншою дорогою, а дітям буде легше дістатися школи.\n"
)
BULGARIAN = (
    "Кметът на града заяви в понеделник, че новият мост над реката ще бъде открит за движение през пролетта. По данни "
    "на общината строежът е струвал три милиона лева, като по-голямата част от разходите е поела областта. Жителите "
    "казват, че най-сетне ще могат да спят спокойно, защото камионите ще минават по друг път.\n"
)
GREEK = (
    "Ο δήμαρχος δήλωσε τη Δευτέρα ότι η νέα γέφυρα πάνω από τον ποταμό θα ανοίξει για την κυκλοφορία την άνοιξη. "
    "Σύμφωνα με την υπηρεσία, τα έργα κόστισαν τρία εκατομμύρια και το μεγαλύτερο μέρος το πλήρωσε η περιφέρεια. Οι "
    "κάτοικοι λένε ότι επιτέλους θα μπορούν να κοιμούνται ήσυχοι, γιατί τα φορτηγά θα περνούν από άλλον δρόμο.\n"
)
TURKISH = (
    "Belediye başkanı pazartesi günü, nehrin üzerindeki yeni köprünün ilkbaharda trafiğe açılacağını söyledi. "
    "İdarenin verdiği bilgiye göre inşaat üç milyona mal oldu ve giderlerin büyük bölümünü il karşıladı. Mahalle "
    "sakinleri, kamyonlar başka yoldan gideceği için artık rahat uyuyabileceklerini, çocukların da okula daha kolay "
    "ulaşacağını belirtiyor.\n"
)
HEBREW = (
    "ראש העיר הודיע ביום שני כי הגשר החדש מעל הנהר ייפתח לתנועה באביב. לדברי העירייה עלתה העבודה שלושה מיליון, "
    "ואת רוב ההוצאות שילם המחוז. התושבים אומרים שסוף סוף יוכלו לישון בשקט, משום שהמשאיות ייסעו בדרך אחרת, והילדים "
    "יגיעו לבית הספר ביתר קלות. השכנים מבקשים לדעת מי ינקה את הרחוב.\n"
)
ARABIC = (
    "قال رئيس البلدية يوم الإثنين إن الجسر الجديد فوق النهر سيفتح أمام حركة السير في الربيع. وبحسب الإدارة فقد "
    "كلفت أعمال البناء ثلاثة ملايين، ودفعت المحافظة الجزء الأكبر من المصاريف. ويقول السكان إنهم سيتمكنون أخيرا من "
    "النوم بهدوء لأن الشاحنات ستسلك طريقا آخر، وإن الأطفال سيصلون إلى المدرسة بسهولة أكبر.\n"
)
THAI = (
    "นายกเทศมนตรีกล่าวเมื่อวันจันทร์ว่า สะพานใหม่ข้ามแม่น้ำจะเปิดให้ใช้ในฤดูใบไม้ผลิ ตามข้อมูลของสำนักงาน การก่อสร้างใช้เงินสามล้านบาท "
    "และจังหวัดเป็นผู้จ่ายเงินส่วนใหญ่ ชาวบ้านบอกว่าในที่สุดก็จะนอนหลับได้อย่างสงบ เพราะรถบรรทุกจะไปทางอื่น และเด็กๆ จะไปโรงเรียนได้ง่ายขึ้น\n"
)
LITHUANIAN = (
    "Meras pirmadienį pareiškė, kad naujas tiltas per upę bus atidarytas pavasarį. Savivaldybės duomenimis, darbai "
    "kainavo tris milijonus, o didžiąją dalį išlaidų apmokėjo apskritis. Gyventojai sako, kad pagaliau galės ramiai "
    "miegoti, nes sunkvežimiai važiuos kitu keliu, o vaikams bus lengviau pasiekti mokyklą. Ką darys pėstieji, dar "
    "nežinoma.\n"
)
JAPANESE = (
    "市長は月曜日、川にかかる新しい橋を春に開通させると発表した。市によると、工事の費用は三百万円で、その大部分は県が負担した。"
    "住民は、トラックが別の道を通るようになるので、ようやく静かに眠れると話している。子どもたちも学校に通いやすくなるという。\n"
)
SIMPLIFIED = (
    "市长星期一表示，跨河的新桥将在春天通车。据有关部门介绍，工程花费了三百万元，其中大部分由省里承担。居民们说，卡车以后走别的路，"
    "他们终于可以安静地睡觉了，孩子们上学也更方便。至于行人怎么过街，现在还不知道，邻居们希望早日得到答复。\n"
)
TRADITIONAL = (
    "市長星期一表示，跨越河流的新橋將在春天通車。根據有關單位說明，工程花費了三百萬元，其中大部分由縣政府負擔。居民們說，卡車以後改走"
    "別的路，他們終於可以安靜地睡覺了，孩子們上學也更方便。至於行人怎麼過馬路，現在還不知道，鄰居們希望早日得到答覆。\n"
)
KOREAN = (
    "시장은 월요일에 강 위의 새 다리를 봄에 개통하겠다고 밝혔다. 시청에 따르면 공사에 삼백만 원이 들었고 비용의 "
    "대부분은 도에서 부담했다. 주민들은 트럭이 다른 길로 다니게 되어 이제야 조용히 잠을 잘 수 있고, "
    "아이들도 학교에 더 쉽게 갈 수 있다고 말한다.\n"
)

NEWS: dict[str, tuple[str, tuple[str, ...]]] = {
    "German": (GERMAN, ("cp1252", "iso8859-15", "mac-roman", "cp850", "cp437")),
    "French": (FRENCH, ("cp1252", "mac-roman")),
    "Spanish": (SPANISH, ("cp1252", "iso8859-1", "mac-roman", "cp850")),
    "Portuguese": (PORTUGUESE, ("cp1252", "iso8859-1", "mac-roman", "cp850")),
    "Polish": (POLISH, ("cp1250", "iso8859-2", "cp852", "mac-latin2")),
    "Czech": (CZECH, ("cp1250", "iso8859-2", "cp852", "mac-latin2")),
    "Hungarian": (HUNGARIAN, ("cp1250", "iso8859-2", "cp852")),
    "Romanian": (ROMANIAN, ("cp1250", "iso8859-2")),
    "Croatian": (CROATIAN, ("cp1250", "iso8859-2")),
    "Russian": (RUSSIAN, ("cp1251", "koi8-r", "iso8859-5", "mac-cyrillic", "cp866", "cp855")),
    "Ukrainian": (UKRAINIAN, ("cp1251", "koi8-u", "mac-cyrillic", "iso8859-5")),
    "Bulgarian": (BULGARIAN, ("cp1251", "mac-cyrillic", "iso8859-5", "cp866", "cp855")),
    "Greek": (GREEK, ("cp1253", "iso8859-7", "mac-greek", "cp737")),
    "Turkish": (TURKISH, ("cp1254", "iso8859-9", "cp857", "mac-turkish")),
    "Hebrew": (HEBREW, ("cp1255", "iso8859-8", "cp862")),
    "Arabic": (ARABIC, ("cp1256", "iso8859-6")),
    "Thai": (THAI, ("cp874",)),
    "Lithuanian": (LITHUANIAN, ("cp1257", "iso8859-13")),
    "Japanese": (JAPANESE, ("cp932", "euc_jp", "iso2022_jp", "utf-16-le", "utf-16-be")),
    "Simplified Chinese": (SIMPLIFIED, ("gb18030", "hz", "utf-16-le")),
    "Traditional Chinese": (TRADITIONAL, ("big5",)),
    "Korean": (KOREAN, ("cp949", "euc_kr", "iso2022_kr", "johab")),
}
"""Text and encodings by language."""
