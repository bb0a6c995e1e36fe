import { type NameList, words } from './name-list';

/** Names in other scripts, the most common first, each with its spelling in Latin letters for e-mails. */
export const otherNames: readonly NameList[] = [
  {
    share: 5,
    phones: ['ukraine'],
    given: words(`Олена:olena Олександр:oleksandr Наталія:nataliia Сергій:serhii Ірина:iryna Андрій:andrii Марія:mariia
      Дмитро:dmytro Тетяна:tetiana Володимир:volodymyr Юлія:yuliia Їжак:yizhak Софія:sofiia Єва:yeva Анна:anna
      Иван:ivan Екатерина:ekaterina Алексей:aleksei Ольга:olga Михаил:mikhail Фёдор:fyodor Надежда:nadezhda`),
    family: words(`Шевченко:shevchenko Коваленко:kovalenko Бондаренко:bondarenko Ткаченко:tkachenko Кравченко:kravchenko
      Мельник:melnyk Петренко:petrenko Савченко:savchenko Руденко:rudenko Поліщук:polishchuk Лисенко:lysenko
      Іваненко:ivanenko Смирнова:smirnova Кузнецов:kuznetsov Попова:popova Соколов:sokolov Морозова:morozova
      Волков:volkov Алексеева:alekseeva Лебедев:lebedev Зайцева:zaitseva Щербак:shcherbak Йосипенко:yosypenko`),
  },
  {
    share: 2,
    phones: ['greece'],
    given: words(`Μαρία:maria Γιώργος:giorgos Ελένη:eleni Δημήτρης:dimitris Κατερίνα:katerina Νίκος:nikos Σοφία:sofia
      Γιάννης:giannis Αναστασία:anastasia Θανάσης:thanasis Ιωάννα:ioanna Άγγελος:angelos`),
    family: words(`Παπαδόπουλος:papadopoulos Παπαδάκη:papadaki Γεωργίου:georgiou Δημητρίου:dimitriou Νικολάου:nikolaou
      Βασιλείου:vasileiou Οικονόμου:oikonomou Καραγιάννης:karagiannis Αντωνίου:antoniou Μακρής:makris Αλεξίου:alexiou`),
  },
  {
    share: 4,
    phones: ['egypt'],
    given: words(`محمد:mohamed فاطمة:fatima أحمد:ahmed عائشة:aisha علي:ali مريم:mariam عمر:omar زينب:zainab يوسف:youssef
      نور:nour حسن:hassan ليلى:layla خالد:khaled سارة:sara إبراهيم:ibrahim هدى:huda`),
    family: words(`حسن:hassan محمود:mahmoud إبراهيم:ibrahim السيد:elsayed عبدالله:abdallah منصور:mansour سالم:salem
      خليل:khalil ناصر:nasser عثمان:osman الشريف:elsherif فاروق:farouk حداد:haddad النجار:elnaggar درويش:darwish`),
  },
  {
    share: 5,
    phones: ['china'],
    isFamilyFirst: true,
    given:
      words(`伟:wei 芳:fang 娜:na 敏:min 静:jing 明:ming 丽:li 强:qiang 磊:lei 军:jun 洋:yang 勇:yong 艳:yan 杰:jie 娟:juan
      涛:tao 超:chao 秀英:xiuying 雪梅:xuemei 志强:zhiqiang 建国:jianguo 晓明:xiaoming 思雨:siyu 子轩:zixuan 欣怡:xinyi`),
    family:
      words(`王:wang 李:li 张:zhang 刘:liu 陈:chen 杨:yang 黄:huang 赵:zhao 吴:wu 周:zhou 徐:xu 孙:sun 马:ma 朱:zhu
      胡:hu 郭:guo 何:he 林:lin 高:gao 罗:luo 郑:zheng 梁:liang 谢:xie 宋:song 唐:tang 欧阳:ouyang 司马:sima`),
  },
  {
    share: 2,
    phones: ['japan'],
    isFamilyFirst: true,
    given:
      words(`陽菜:hina 蓮:ren 葵:aoi 大翔:hiroto 結衣:yui 悠真:yuma さくら:sakura 翔太:shota 美咲:misaki 健一:kenichi
      ひなた:hinata 拓海:takumi 恵子:keiko 直樹:naoki アリス:arisu`),
    family: words(`佐藤:sato 鈴木:suzuki 高橋:takahashi 田中:tanaka 伊藤:ito 渡辺:watanabe 山本:yamamoto 中村:nakamura
      小林:kobayashi 加藤:kato 吉田:yoshida 山田:yamada 佐々木:sasaki 松本:matsumoto 井上:inoue 木村:kimura 林:hayashi`),
  },
  {
    share: 2,
    phones: ['korea'],
    isFamilyFirst: true,
    given: words(`민준:minjun 서연:seoyeon 도윤:doyun 지우:jiwoo 하준:hajun 서윤:seoyun 지호:jiho 하은:haeun 준서:junseo
      수아:sua 현우:hyunwoo 지민:jimin 영희:younghee 철수:chulsoo`),
    family:
      words(`김:kim 이:lee 박:park 최:choi 정:jung 강:kang 조:cho 윤:yoon 장:jang 임:lim 한:han 오:oh 서:seo 신:shin
      황보:hwangbo 남궁:namgung`),
  },
  {
    share: 3,
    phones: ['india'],
    given: words(`आरव:aarav अनन्या:ananya विवान:vivaan दिया:diya आदित्य:aditya साई:sai प्रिया:priya अर्जुन:arjun कविता:kavita
      रोहन:rohan नेहा:neha संजय:sanjay पूजा:pooja विकास:vikas`),
    family: words(`शर्मा:sharma सिंह:singh कुमार:kumar वर्मा:verma गुप्ता:gupta पटेल:patel यादव:yadav मिश्रा:mishra जोशी:joshi
      राव:rao मेहता:mehta नायर:nair चौधरी:chaudhary`),
  },
];
