import { writeFileSync } from 'node:fs';
import { typeset } from '#typesetting/typeset.ts';
const blocks=(ar:boolean):any=>[
 {type:'heading',level:1,text: ar?'خطة فردية':'Piano individuale'},
 {type:'paragraph',text: ar?'نقطة البداية في مجالات الحياة':'Punto di partenza nelle aree della vita', style:'lead'},
 {type:'chart',max:5,caption:'Da 1 a 5',legend:{value:'oggi',earlier:'primo colloquio'},rows:[
  {label: ar?'السكن':'Casa e abitazione',value:2,earlier:1},{label: ar?'الصحة':'Salute',value:4,earlier:4},{label:ar?'العمل':'Lavoro e formazione',value:3,earlier:5},{label:ar?'اللغة':'Lingua italiana'}]},
 {type:'iconList',items:[{icon:'home',title:ar?'السكن':'Casa',text:ar?'البحث عن غرفة':'Cercare una stanza insieme a Luca entro marzo'},{icon:'health',title:'Salute',text:'Visita il 3 maggio alle 10, via dei Tigli 14'},{icon:'phone',text:[{text:ar?'اتصل ':'Chiama '},{text:'+39 333 1234567',isolate:'ltr'}]}]},
 {type:'columns',columns:[{width:0.6,blocks:[{type:'paragraph',text:'Colonna larga '.repeat(12)}]},{width:0.4,blocks:[{type:'box',title:'Nota',blocks:[{type:'paragraph',text:'stretta'}]}]}]},
 {type:'section',language:'ar',blocks:[{type:'heading',level:3,text:'إشعار السرية'},{type:'list',ordered:true,items:['الأول','الثاني (٢)']}]},
 {type:'table',columns:[{header:'Azione'},{header:'بالعربية',language:'ar'}],rows:[['Iscriversi al CPIA','التسجيل في المدرسة'],['Portare il permesso','إحضار التصريح']]},
 {type:'checklist',items:[{checked:true,text:'consenso'},{checked:false,text:'foto'}]},
 {type:'replySlip',cutText:'tagliare qui e restituire',title:ar?'رد':'Risposta',blocks:[{type:'checklist',items:[{checked:false,text:'Abbiamo preso in carico la persona'},{checked:false,text:'Non possiamo, perché:'}]},{type:'blanks',rows:[{label:'Data'},{label:'Nome e firma'}]}],qr:{data:'INV-2026-0142',caption:'INV-2026-0142'}},
];
for (const [name,doc] of Object.entries({
  it:{language:'it',title:'Piano',accent:'#c0392b',letterhead:{name:'Ponte Aperto ODV',lines:['Via dei Tigli 14']},footer:{text:'L-1',pageNumber:['Pagina {page} di {pages}','صفحة {page} من {pages}']},blocks:blocks(false)},
  large:{language:'it',textSize:'large',blocks:blocks(false)},
  ar:{language:'ar',watermark:'مسودة',blocks:blocks(true)},
} as any)) { const r=await typeset(doc as any); writeFileSync(`/tmp/eng/${name}.pdf`,r.bytes); console.log(name,r.pageCount,r.bytes.length,r.missingCharacters); }
