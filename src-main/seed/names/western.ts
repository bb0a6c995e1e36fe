import { type NameList, words } from './name-list';

/** Names written in Latin letters, the most common first. */
export const westernNames: readonly NameList[] = [
  {
    share: 24,
    phones: ['united-states', 'britain'],
    given:
      words(`James Mary Olivia John Emma Robert Charlotte Michael Amelia William Ava David Sophia Thomas Isla Daniel
      Grace Joseph Ella Charles Lily George Ruby Henry Alice Jack Florence Oliver Ivy Harry Freya Noah Rosie Leo Evie
      Arthur Niamh Samuel Siobhán Edward Chloë Benjamin Zoë Alexander Hannah Patrick Megan Callum Eilidh Rhys Cerys
      Owen Bethan Aaron Naomi Gareth Imogen Dylan Harriet Connor Beatrice Seán Gráinne Tadhg Róisín`),
    family: words(`Smith Jones Williams Brown Taylor Davies Wilson Evans Thomas Johnson Roberts Walker Wright Robinson
      Thompson White Hughes Edwards Green Hall Wood Harris Lewis Martin Jackson Clarke Clark Turner Hill Scott Cooper
      Morris Ward Moore King Watson Baker Harrison Morgan Patel Young Allen Mitchell James Anderson Phillips Lee Bell
      Parker Davis Bennett Miller Cook Shaw Cox Richardson Marshall Collins Carter Gray Bailey Murphy O'Sullivan O'Brien
      O'Connor Kelly Byrne Ryan Walsh McCarthy MacDonald Campbell Stewart Fraser Sinclair Ashworth Blackwood Carrington
      Dunmore Ellingham Fairweather Goodfellow Hartley Inglewood Kettleby Langstaff Merriweather Northcott Oakshott
      Pemberton Quennell Ravenscroft Sedgwick Thistlewood Underhill Vickery Whitlock Yardley`),
  },
  {
    share: 14,
    phones: ['germany'],
    given:
      words(`Anna Lukas Emma Leon Mia Finn Hannah Jonas Lena Paul Sophie Maximilian Marie Felix Laura Elias Lea Noah
      Julia Ben Katharina Luis Sabine Jürgen Monika Günter Petra Wolfgang Ute Bärbel Heike Jörg Renate Käthe Björn Anke
      Sönke Wiebke Götz Friederike Matthäus Grit Thorsten Ilse Jannik Clara Moritz Greta Anton Frieda Konstantin Zoé`),
    family: words(`Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter
      Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier
      Lehmann Köhler Maier Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn
      Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Böhm Groß Jäger Öztürk
      Übelacker Sträßle Weißhaupt Brückner Köpke Rößler Nüßlein Vöhringer Hüttenrauch Grünwald Zöllner Pfeiffer`),
  },
  {
    share: 8,
    phones: ['france'],
    given: words(`Marie Jean Camille Pierre Léa Louis Chloé Gabriel Manon Jules Inès Raphaël Zoé Hugo Élise Théo Amélie
      Étienne Céline François Hélène Benoît Anaïs Loïc Maëlle Noël Aurélie Jérôme Sébastien Margaux Clément Solène`),
    family:
      words(`Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy Roux
      David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Müller Lefebvre Faure André
      Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier Perrin Lévêque Crépin Delaître Hénault
      Noël Ménard Barbier Châtelain Poirier Béranger Tremblay Gagné Côté Bélanger`),
  },
  {
    share: 10,
    phones: ['spain', 'brazil'],
    given:
      words(`María José Lucía Antonio Sofía Manuel Martina Juan Paula Francisco Valentina Javier Julia Carlos Ángela
      Miguel Inés Jesús Begoña Ramón Nuria Andrés Rocío Joaquín Belén Álvaro Gonçalo João Beatriz Tomás Conceição Inês
      Luís Mariana Thiago Larissa Iñaki Íñigo Núria Xavier`),
    family: words(`García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández
      Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Silva
      Santos Oliveira Souza Pereira Lima Carvalho Ferreira Ribeiro Almeida Araújo Conceição Gonçalves Magalhães Simões
      Ibáñez Peña Núñez Ordóñez Zúñiga Echeverría Larrañaga`),
    joinFamily: { share: 0.35, by: ' ' },
  },
  {
    share: 7,
    phones: ['italy'],
    given:
      words(`Sofia Leonardo Giulia Francesco Aurora Alessandro Alice Lorenzo Ginevra Mattia Emma Andrea Chiara Niccolò
      Beatrice Matteo Lucia Davide Noemi Giovanni Ilaria Riccardo Elena Salvatore Caterina Tommaso Desirée Cosimo`),
    family:
      words(`Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De~Luca Mancini
      Costa Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone
      Dell'Acqua D'Angelo D'Amico Dall'Olio Nicolò Cantù Mazzarà Forlì`),
  },
  {
    share: 6,
    phones: ['poland'],
    given:
      words(`Anna Piotr Katarzyna Krzysztof Małgorzata Andrzej Agnieszka Tomasz Barbara Paweł Ewa Michał Łucja Marcin
      Zofia Wojciech Grażyna Łukasz Żaneta Bożena Kamil Świętosława Jiří Věra Tomáš Zdeňka Ondřej Šárka Eszter László`),
    family: words(`Nowak Kowalska Wiśniewska Wójcik Kowalczyk Kamińska Lewandowski Zielińska Szymański Woźniak Dąbrowska
      Kozłowski Jankowska Mazur Kwiatkowska Krawczyk Kaczmarek Piotrowska Grabowski Pawłowska Michalska Król Wieczorek
      Jabłoński Wróbel Nowakowska Majewski Olszewska Stępień Źrebiec Novák Svobodová Dvořák Černý Procházka Kučera
      Nagy Kovács Tóth Szabó Horváth Varga Kőszegi`),
  },
  {
    share: 7,
    phones: ['sweden', 'netherlands'],
    given:
      words(`Lars Ingrid Björn Astrid Erik Karin Åsa Nils Elsa Anders Maja Søren Freja Mads Ida Jørgen Kirsten Håkon
      Sigrid Øystein Bjørg Sanne Daan Femke Bram Lotte Sem Fleur Jasper Noortje Thijs Väinö Aino Eero Þóra Guðrún`),
    family:
      words(`Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Håkansson Jensen
      Nielsen Hansen Pedersen Sørensen Rasmussen Jørgensen Kjær Åkesson Öberg Sjöberg Lindström Bergström Ødegård Bjørnstad
      de~Jong Jansen de~Vries van~den~Berg van~Dijk Bakker Visser Smit Meijer de~Boer Mulder Bos Vos Peeters Virtanen
      Korhonen Mäkinen Hämäläinen Jónsdóttir`),
  },
  {
    share: 4,
    phones: ['turkey'],
    given:
      words(`Zeynep Mehmet Elif Mustafa Ayşe Ahmet Fatma Ali Hatice Hüseyin Emine Hasan Özlem İbrahim Gülşen Çağla Umut
      Şebnem Barış Ömer Tuğba Yiğit Nilüfer Oğuz`),
    family:
      words(`Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara
      Koç Kurt Özkan Şimşek Polat Korkmaz Erdoğan Güneş Güler Çakır Ünal Türkmen Gökçe`),
  },
  {
    share: 6,
    phones: ['vietnam'],
    isFamilyFirst: true,
    given:
      words(`Anh Linh Minh Hương Tuấn Thảo Dũng Trang Hùng Ngọc Khánh Phương Đức Lan Nam Hạnh Quân Thủy Long Yến Bảo
      Châu Hải~Đăng Thanh~Hà Kim~Oanh Quốc~Việt Thị~Mai Văn~Hậu Hoàng~Yến Tường~Vy`),
    family: words(`Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Đoàn Mạc Tạ`),
  },
];
