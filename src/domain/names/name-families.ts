/*
 * Names that are one name for people, although their sounds have gone apart in two languages (Muhammad and
 * Mehmet, Oleksandr and Alexander), or that stand so near to another name that sounds alone mistake them
 * (Mahmud is not Muhammad). One line a name, in plain Latin letters; Arabic spellings stand without their
 * vowels. A word of one line is never taken for a word of another. Collected for this register from the
 * spellings of the communities it serves.
 */
const FAMILIES = `
mohamed muhammad mohammed mohammad muhammed mohamad mohamet mehmet mehmed maxamed mahamed mahamad mahammad mouhamed mouhammad mohamud mhmd mukhammad mokhammed mokhamed mukhamed magomed mamadou mamadu muhamed muhamet muhammet moamed
mahmoud mahmud mahmood mahmut mehmood maxamuud mahamoud makhmud mhmud
ahmed ahmad axmed ahmet akhmed akhmad achmed amadou amadu ahmd ehmed
hamid hameed xamiid hamiid hmid
hamed hamad hamd
hasan hassan xasan khasan hasane assane hsn hason
hussein hussain hossein hosein hossain husayn husein husain xuseen houssein housseine hocine khusein khuseyn hoseyn huseyin huseyn hsin hosen hussen ousseynou
fatima fatimah fatema fatma fatimata fatoumata fatou faduma fadumo faadumo fadima fatmah fatme ftma fatimetou fathima
oleksandr alexander aleksandr aleksander alexandr aleksandar aleksandre alexandre alessandro alexandru iskandar iskander eskandar eskender oleksander alexandros sasha askndr asknder iskndr
oleksandra alexandra aleksandra alessandra
olena elena yelena jelena helena olenka alyona alona
oleksii oleksiy alexey alexei aleksei aleksey oleksiyi alexiy alexis oleksi alekseyi alexeyi
mykola nikolai nikolay nicolae nikola nikolaj nikolayi mikola nikolas nicola
volodymyr vladimir wladimir volodimir vladimer volodymir
dmytro dmitri dmitry dmitrii dmitriy dimitri dmitro dimitriy dmitriyi
serhii sergei sergey serhiy sergii sergiy serghei sergej serhij sergiyi sergeyi serge
andrii andrei andrey andriy andrij andreyi andriyi
mykhailo mikhail mihail mykhaylo mikhailo mihai mihailo mykhayilo mikhayil michael michele mikael micael mikail mkail mikhael mikayil mikiel
pavlo pavel paulos pawlos paul paolo
petro petr pyotr petros pietro peter petrus
yevhen evgeny evgeni yevgeny evhen evgen yevgen eugen evgenii yevhenii yevgeniy evgeniy yevgenii yevgeniyi yevgeni yevgenyi
yevheniia yevgenia evgenia evgeniya yevheniya eugenia yevgeniya
hanna anna ganna ana anya
halyna galina galyna halina
kateryna ekaterina yekaterina katerina caterina katarina
iryna irina irena iryne
tetiana tatiana tatyana tetyana tetiyana
nataliia natalia nataliya natalya natalka nataliyia
yuliia yulia yuliya julia iuliia giulia yulya iulia
svitlana svetlana
liudmyla ludmila lyudmila lyudmyla liudmila
maryna marina
mariia maria mariya mariyia marie
mario marios
marian mariana marianna
maryam mariam meriem meryem miriam maream maryama mariama mariem meriam maryem maryamu mrim mram
ivan iwan
yohannes johannes yuhanna john giovanni yohanes yohans ioan youhanna iwannes yohana johanes
yusuf youssef yousef joseph yosef yousif yusif youssouf yusef yosief yuusuf iusuf giuseppe ysf yusf jusuf yussuf iosif yusuph ussef
yunus yunis younes younus yonus ynus
yonas yonos
yassin yasin yassine yaseen yasiin iasin yasn
yasser yaser yasir iasir yasr
ibrahim ebrahim abraham ibraahim brahim ibrahima ibragim ibrahem abreham abrham abrahim abrahm
ismail ismael esmail esmaeil ismaeel ismaciil smail ismaila ismayil asmaail asmail asmaayl
musa moussa moosa muse muuse mousa mussa musie mussie mose moses mwsa
isa issa eissa ciise isse essa esa
idris idriss edris idriis adris
ilyas elias ilias eliyas ilyaas ilia
ali aly cali alli
omar umar omer oumar cumar oemar umer amr
amir ameer emir amiir
amira ameera amiira
amin ameen amine emin amiin
amina aminah amiina ameena aamina aminata emina
osman uthman othman usman ousmane cismaan utman osmane othmane ousman athman asman ausman
said saeed saed sayeed sacid siid saeid saïd
sayed seyed sayyid sayid syed saied sid
hadi hady haadi khadi
huda hoda houda hdi
hodan hodon
khaled khalid halid haled khaalid xaalid haalid khald chaled
walid waleed oualid velid waliid
jamal gamal djamal cemal jamaal djemal jmal dzhamal
kamal kemal kamaal kmal
jalal celal galal djalal
karim kareem kerim kariim krim abdkarim
karima kareema
rahim raheem rahiim rhim
rahman rahmaan rhmn
rahma rahmah
ramadan ramazan ramadhan ramzan ramdane romadhon rmdan rmdhan ramadaan
reza rida reda riza ridha rdha
fadel fazel fadil fazil fdhl
salim saleem selim saliim
salem salm
saleh salih saalax salah slah saalih
salma selma slmi
salman selman salmaan
selam salam selaam
samir sameer semir samiir
samira sameera semira samiira
samia samiya
safia safiya safiyah saafi
sofia sofiya sophia sofiia zofia
aisha aicha ayesha aysha aishah caasha caisha aishatou aissatou ayse aissata aaysha aicha aaishh aaish
hawa eva haawa hawwa xaawo hawo
zahra zahraa zohra sahra zahro zehra zhra zaara
zainab zeinab zaynab zeynab zineb zeynep zenab saynab zinab zynb zinb
khadija khadijah khadidja hatice khadiija kadija khadeeja khadidiatou khdija khdyjh khdijh hadija kadidja khadidzha
hafsa hafsah xafsa
halima halimah xaliimo haleema halimo halimatou
mina minah
nadia nadya nadiya nadiia
nabil nabeel nebil
nabila nabeela
nour noor nur nuur nor
nura noura nuura
noura nourah
rana ranaa
rania raniya ranya
hana hanaa
hani haani
hind hend
mona muna mouna mni
mansur mansour mansoor
mustafa mostafa mustapha moustapha moustafa mustafe mstfa mustafo mstfi
murtaza mortaza murtada murtadha
mahdi mehdi mahdy mhdi
majid majeed madjid mecid maajid
marwan merouan marouane marwaan
masoud masud massoud mesud masood
habib habeeb xabiib
habiba habeeba
hamza hamzah xamsa xamse hamse
hamida hameeda
hashim hashem hachem xaashi haashim
idrissa idrissou
jafar jaafar djafar gaafar cafer jacfar
jibril gabriel gebriel jabril djibril jibriil jebril gabriele
latif lateef
latifa lateefa
lila leila layla laila leyla laylo lyla lili
luay luai
omid omeed
osama usama oussama ousama usaama
qasim kassim qasem kasim gaasim kasem
rashid rasheed rachid rashiid rasid
rashida racheda rachida
tarek tariq tarik taariq
tahir taher dahir taahir
taha
usra yusra yousra
wafa wafaa
yahya yahia yehia yaxye jahja yhya yhii
zakaria zakariya zakariye zekeriya zakarya zakariyya
abdullah abdallah abdulla abdalla abdoulaye abdellah cabdullahi abdulahi abdullahi abdulaahi abdallh abdoullah cabdullaahi cabdulaahi
boubacar abubakar aboubacar abubakr aboubakr bubakar abuubakar boubakar abdubakr ebubekir abubkr abwbkr
tesfay tesfai tesfaye tsfay tesfaj
tesfa tsfa
tesfalem tesfaalem
haile hayle hailu haylu haylie
gebre ghebre gebru
kidane kidan
mebrahtu mebrahtom mebratu
yemane yemen
berhane birhane brhane
birhan berhan
selamawit selamawi
senait senayt
girmay ghirmay girmai ghirmai
girma ghirma
almaz elmaz
abebe abbebe
abeba abbeba
faisal faysal feisal faycal fisl feysal fayisal
hryhorii grigori grigory grigorii hryhoriy grigoriy hryhorij grigorij hrihoriy grigoriyi
chowdhury choudhury chaudhry choudhary chaudhary chaudhuri chouduri chaudhari
diallo jallow djallo dialo jalloh jallo
bohdan bogdan
yurii yuri yuriy iurii jurij yury jurii
hanan hanane
alina alyna
`;

const MEMBERS = new Map<string, number>(
  FAMILIES.trim()
    .split('\n')
    .flatMap((line, index) => line.split(' ').map((word) => [word, index] as const)),
);

/** Number of the family a plain word belongs to. */
export function familyOf(plain: string): number | undefined {
  return MEMBERS.get(plain);
}
