import type { Run } from '#typesetting/document.ts';

/** A paragraph of some lines in each language that must be right, as letters have them. */
export interface Sample {
  name: string;
  language: string;
  runs: Run[];
}

const phone: Run = { text: '+39 06 1234567', isolate: 'ltr' };
const mail: Run = { text: 'sportello@esempio.org', isolate: 'ltr' };

const texts: Record<string, string> = {
  it: 'La Sua richiesta è stata registrata con il n. 142/2026. Perché l’ufficio possa rispondere, porti con sé il permesso di soggiorno, due fotografie e la ricevuta della raccomandata.',
  en: 'Your request has been recorded. Please bring your residence permit, two photographs and the receipt of the registered letter; the office opens at 9:30 and closes at 12.',
  fr: 'Votre demande a été enregistrée. Merci d’apporter votre titre de séjour, deux photos d’identité et le reçu de la lettre recommandée : le guichet ouvre à 9 h 30.',
  es: 'Su solicitud ha sido registrada. ¿Puede traer el permiso de residencia, dos fotografías y el resguardo de la carta certificada? La oficina abre a las 9:30.',
  de: 'Ihr Antrag ist eingegangen. Bringen Sie bitte Ihre Aufenthaltserlaubnis, zwei Lichtbilder und den Einlieferungsbeleg mit; das Büro öffnet um 9:30 Uhr (außer freitags).',
  sq: 'Kërkesa juaj është regjistruar. Ju lutemi të sillni lejen e qëndrimit, dy fotografi dhe dëftesën e letrës së regjistruar; zyra hapet në orën 9:30 çdo ditë pune.',
  ro: 'Cererea dumneavoastră a fost înregistrată. Vă rugăm să aduceți permisul de ședere, două fotografii și chitanța scrisorii recomandate; biroul se deschide la ora 9:30.',
  tr: 'Başvurunuz kaydedilmiştir. Lütfen oturma izninizi, iki fotoğrafı ve iadeli taahhütlü mektubun alındısını yanınızda getirin; büro saat 9:30’da açılır, ığdır çığlığı.',
  so: 'Codsigaaga waa la diiwaan geliyey. Fadlan keen sharcigaaga deganaanshaha, laba sawir iyo rasiidka warqadda diiwaangashan; xafiisku wuxuu furmaa 9:30 subaxnimo.',
  uk: 'Вашу заяву зареєстровано за № 142. Будь ласка, візьміть із собою посвідку на проживання, дві фотографії та квитанцію; кабінет відчиняється о 9:30, ґанок ліворуч.',
  ru: 'Ваше заявление зарегистрировано под № 142. Пожалуйста, возьмите с собой вид на жительство, две фотографии и квитанцию; приём начинается в 9:30, подъезд слева.',
  ar: 'تم تسجيل طلبك تحت الرقم 142/2026. يُرجى إحضار تصريح الإقامة (الأصل ونسخة)، وصورتين شخصيتين، وإيصال الرسالة المسجلة؛ يفتح المكتب في الساعة 9:30 صباحًا.',
  fa: 'درخواست شما با شمارهٔ ۱۴۰۳/۰۱۵ ثبت شده است. لطفاً اجازهٔ اقامت (اصل و کپی)، دو قطعه عکس و رسید نامهٔ سفارشی را همراه بیاورید؛ دفتر ساعت ۹:۳۰ باز می‌شود.',
  prs: 'درخواست شما تحت شماره ۱۴۰۳/۰۱۵ ثبت گردید. لطفاً جواز اقامت، دو قطعه عکس و رسید مکتوب را با خود بیاورید؛ دفتر ساعت ۹:۳۰ باز می‌شود (به‌جز جمعه).',
  ps: 'ستاسو غوښتنه د ۱۴۲ شمېرې لاندې ثبت شوې ده. مهرباني وکړئ د استوګنې اجازه‌لیک، دوه عکسونه او د لیک رسید له ځان سره راوړئ؛ دفتر په ۹:۳۰ بجو پرانیستل کېږي.',
  ckb: 'داواکارییەکەت تۆمار کراوە بە ژمارە ١٤٢. تکایە مۆڵەتی نیشتەجێبوون، دوو وێنە و پسوولەی نامەکە لەگەڵ خۆت بهێنە؛ نووسینگە کاتژمێر ٩:٣٠ دەکرێتەوە، ڕۆژی هەینی داخراوە.',
  ur: 'آپ کی درخواست نمبر ۱۴۲ کے تحت درج کر لی گئی ہے۔ از راہِ کرم رہائشی اجازت نامہ، دو تصویریں اور رسید ساتھ لائیں؛ دفتر صبح ۹:۳۰ بجے کھلتا ہے، زبان اردو (یا انگریزی)۔',
  bn: 'আপনার আবেদন ১৪২ নম্বরে নথিভুক্ত হয়েছে। অনুগ্রহ করে বসবাসের অনুমতিপত্র, দুটি ছবি এবং রেজিস্টার্ড চিঠির রসিদ সঙ্গে আনুন; যুক্তরাজ্য থেকে আসা কাগজও লাগবে।',
  hi: 'आपका आवेदन संख्या 142 पर दर्ज कर लिया गया है। कृपया निवास अनुमति, दो तस्वीरें और पंजीकृत पत्र की रसीद साथ लाएँ; कार्यालय सुबह साढ़े नौ बजे खुलता है, शुक्रवार को नहीं।',
  pa: 'ਤੁਹਾਡੀ ਅਰਜ਼ੀ ਨੰਬਰ 142 ਹੇਠ ਦਰਜ ਕੀਤੀ ਗਈ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਰਿਹਾਇਸ਼ੀ ਪਰਮਿਟ, ਦੋ ਤਸਵੀਰਾਂ ਅਤੇ ਚਿੱਠੀ ਦੀ ਰਸੀਦ ਨਾਲ ਲਿਆਓ; ਦਫ਼ਤਰ ਸਵੇਰੇ 9:30 ਵਜੇ ਖੁੱਲ੍ਹਦਾ ਹੈ, ਸ਼ੁੱਕਰਵਾਰ ਬੰਦ।',
  ta: 'உங்கள் விண்ணப்பம் 142 என்ற எண்ணில் பதிவு செய்யப்பட்டுள்ளது. தயவுசெய்து குடியிருப்பு அனுமதி, இரண்டு புகைப்படங்கள் மற்றும் ரசீதைக் கொண்டு வாருங்கள்; அலுவலகம் 9:30 மணிக்குத் திறக்கும்.',
  si: 'ඔබගේ ඉල්ලීම අංක 142 යටතේ ලියාපදිංචි කර ඇත. කරුණාකර පදිංචි බලපත්‍රය, ඡායාරූප දෙකක් සහ ලියාපදිංචි ලිපියේ රිසිට්පත රැගෙන එන්න; ශ්‍රී ලංකා පුරවැසියන් 9:30 ට පැමිණෙන්න.',
  ti: 'ሕቶኹም ብቁጽሪ 142 ተመዝጊቡ ኣሎ። በጃኹም ናይ መንበሪ ፍቃድ፣ ክልተ ስእሊን ናይ ደብዳበ ቅብሊትን ሒዝኩም ምጹ፤ ቤት ጽሕፈት ሰዓት 9:30 ይኽፈት፣ ዓርቢ ግን ዕጹው እዩ።',
  am: 'ጥያቄዎ በቁጥር 142 ተመዝግቧል። እባክዎ የመኖሪያ ፈቃድዎን፣ ሁለት ፎቶግራፎችን እና የደብዳቤውን ደረሰኝ ይዘው ይምጡ፤ ቢሮው ከጠዋቱ 3:30 ይከፈታል፣ አርብ ግን ዝግ ነው።',
  zh: '您的申请已登记，编号为142。请携带居留许可（原件和复印件）、两张照片以及挂号信回执；办公室上午9:30开门，星期五不办公。如有疑问，请与“接待处”联系。',
};

const hard: Sample[] = [
  {
    name: 'ar brackets, Latin and digits',
    language: 'ar',
    runs: [
      {
        text: 'القرار (رقم 12/2027) الصادر عن Questura di Roma [المكتب 3] بتاريخ 14/01/2027، والمادة 5.6 من القانون "D.Lgs. 286/98" تنص على أن النسبة 25% (أو €100) لا تُدفع: انظر https://esempio.org/a?b=1 أو اتصل.',
      },
    ],
  },
  {
    name: 'fa digits with a slash',
    language: 'fa',
    runs: [
      {
        text: 'شمارهٔ پرونده ۱۴۰۳/۰۱۵ و تاریخ ۱۴۰۳/۰۲/۱۸ است، مبلغ ۱۲٬۵۰۰ (یا ۱۲٫۵٪) و نشانی Via dei Tigli 14 در رم. '.repeat(
          2,
        ),
      },
    ],
  },
  {
    name: 'ur words that broke a shaper',
    language: 'ur',
    runs: [{ text: 'از زبان از راہ زبان (از) ۱۲۳۴۵۶۷۔ '.repeat(6) }],
  },
  {
    name: 'it with names in other scripts',
    language: 'it',
    runs: [
      { text: 'La signora أمينة محمد (nata il 3/5/1990) e il signor Олег Ґонта abitano in ' },
      { text: 'شارع الحرية 12', language: 'ar' },
      { text: '; il figlio, যুক্তরাজ্য, parla ትግርኛ e اردو: chiamare ' },
      phone,
      { text: ' dopo le 18, chiedendo di مريم, oppure scrivere a ' },
      mail,
      { text: ' indicando il numero 142/2026.' },
    ],
  },
  {
    name: 'controls without a glyph',
    language: 'ar',
    runs: [
      {
        text: 'کلمه\u200cها\u200f (ab\u200ec) نص طويل\u061c 12\u200f-13\u200f '.repeat(6),
      },
    ],
  },
];

export const samples: Sample[] = [
  ...Object.entries(texts).map(([language, text]) => ({
    name: language,
    language,
    runs: [{ text: `${text} ` }, phone, { text: ' · ' }, mail, { text: `. ${text}` }],
  })),
  ...hard,
];
