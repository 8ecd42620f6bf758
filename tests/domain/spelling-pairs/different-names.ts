/*
 * Names that look or sound near and are not one: whoever looks for the first must not be shown the second as
 * another spelling of it. Written for these tests.
 */
const PAIRS = `
Hasan Hussein, Hasan Husayn, حسن حسين, Hasan حسين, حسن Hussein, Хасан Хусейн, হাসান হোসেন
Mohamed Mahmoud, Mehmet Mahmut, محمد محمود, Muhammad محمود, Mahmoud محمد, Мухаммед Махмуд
Ahmed Hamid, Ahmed Hamed, أحمد حامد, Ahmad Mohamed, Ahmed محمد, Hamid حامد
Maria Mario, Мария Марио, Mariam Marina, Maria Marina, Maria Marta, Mariana Marina, Maryam Mariana
Karim Karima, كريم كريمة, Samir Samira, سمير سميرة, Khaled Khalida, Amin Amina, أمين أمينة, Farid Farida
Nabil Nabila, Habib Habiba, Rashid Rashida, Latif Latifa, Jamil Jamila, Said Saida, Salim Salima
Oleksandr Oleksandra, Олександр Олександра, Oleksii Olena, Олексій Олена, Andrii Andriana
Yevhen Yevheniia, Євген Євгенія, Valentyn Valentyna, Ivan Ivanna, Ivan Yana, Pavlo Petro
Iryna Maryna, Ірина Марина, Iryna Karyna, Olena Alina, Alina Halyna, Ганна Галина, Hanna Halyna
Viktor Viktoriia, Yulia Yuliana, Larysa Lesia, Taras Tamara, Bohdan Bohdana, Oksana Roksolana
Salim Salam, Salem Salman, Salim Salman, سلام سلمان, Salma Salim, Selam Salma
Ali Alia, علي علياء, Omar Amir, عمر أمير, Amir Amira, Omar Ammar
Yousef Yunus, Yusuf Younes, يوسف يونس, Yasser Yassin, ياسر ياسين, Yonas Yohannes, ዮናስ ዮሐንስ
Khaled Walid, خالد وليد, Khalid Khalil, خالد خليل, Jamal Kamal, جمال كمال, Jamal Jalal, Jamal Jamil
Tarek Tahir, طارق طاهر, Rahim Rahman, رحيم رحمن, Karim Rahim, Karim Kamal, Rashid Rashad, Nasir Nasrin
Tesfay Tesfalem, ተስፋይ ተስፋለም, Tesfay Tsegay, ተስፋይ ፀጋይ, Haile Hiwot, Selam Senait, Kidane Kebede
Bekele Kebede, በቀለ ከበደ, Girma Hirut, Dawit Daniel, ዳዊት ዳንኤል, Almaz Alem, Abebe Abeba, Berhane Bereket
Gebremariam Gebremeskel, ገብረማርያም ገብረመስቀል, Weldegebriel Weldemariam, Mehari Mebrahtu, Hagos Haile
Abdulrahman Abdulrahim, عبد الرحمن عبد الرحيم, Abdulkarim Abdulkader, Abdullah Abdulaziz, Abdulhamid Abdulkarim
عبد الله عبد العزيز, Nuruddin Nasruddin, Salahuddin Shamsuddin, Habibullah Nasrallah, Abubakar Abdulkarim
Rahim Karim, রহিম করিম, Kamal Jamal, কামাল জামাল, Nasrin Nasir, Farida Fahima, ফরিদা ফাহিমা
Shahin Shahida, Rafiqul Shafiqul, Sultana Sultan, Begum Bashir, Molla Malik, Miah Minu
Kovalenko Kovalchuk, Коваленко Ковальчук, Bondarenko Bondarchuk, Shevchenko Shevchuk, Tkachenko Tkachuk
Diallo Diarra, Traore Toure, Keita Kanate, Camara Conde, Sow Seck, Coulibaly Konate
Zahra Zainab, زهرا زينب, Zahra Zahid, Leila Lina, Samia Safia, Samira Amira, Nour Noura, نور نورة
Huda Hind, Rana Rania, رنا رانيا, Hana Hanan, Mona Mina, Amina Mina, Aisha Asma, عائشة أسماء
Fatima Farida, Fatima Fahima, Khadija Khalida, Halima Salima, Hamza Hamid, Hadi Huda, هادي هدى
Ibrahim Ismail, إبراهيم إسماعيل, Idris Elias, Musa Isa, موسى عيسى, Jafar Jabir, Qasim Wasim, Bilal Jalal
Çelik Çakir, Şahin Şirin, Doğan Duman, Hoxha Hasani, Stefan Stelian, Ciobanu Ciobotaru
`;

/** Pairs of names of two people. */
export const differentNames: readonly (readonly [string, string])[] = PAIRS.trim()
  .split(/[\n,]/u)
  .map((pair) => pair.trim().split(/\s+/u))
  .flatMap((words) => {
    if (words.length === 2) return [[words[0] ?? '', words[1] ?? ''] as const];
    // Four words are two names of two words each.
    return words.length === 4
      ? [[words.slice(0, 2).join(' '), words.slice(2).join(' ')] as const]
      : [];
  });
