import { place } from './place.ts';

export const europe = [
  place({
    country: 'GB',
    weight: 8,
    rateFactor: 1.5,
    languages: 'en',
    newcomers: 0.22,
    skin: [0, 3],
    hair: 'mixed',
    cities:
      'London@Europe/London, Manchester@Europe/London, Bristol@Europe/London, Leeds@Europe/London, Edinburgh@Europe/London, Cardiff@Europe/London, Brighton@Europe/London',
    women:
      'Charlotte Imogen Harriet Eleanor Gemma Poppy Freya Bethany Rosalind Holly Phoebe Georgina Isla Megan Tamsin Alice Beatrice Rhiannon Kirsty Zara Lydia Abigail Niamh Hazel',
    men: 'Callum Oliver Rory Tristan Gareth Ewan Alistair Hugo Dominic Lewis Toby Nathaniel Rhys Fraser Jasper Miles Angus Elliot Owen Sebastian Theo Barnaby Duncan Joel',
    families:
      'Ashworth Whitfield Pemberton Hargreaves Sinclair Lockwood Merriweather Thackeray Caldwell Bannister Ellery Fairclough Holloway Kirkpatrick Langley Marlowe Nightingale Ormond Prescott Radcliffe Stanhope Tilbury Underhill Vickers Wainwright Yardley Atherton Blakeley Cartwright Dunmore Eastwood Farnham Gillespie Hawthorne Ingram Jarvis',
  }),
  place({
    country: 'IE',
    weight: 2,
    rateFactor: 1.45,
    languages: 'en',
    newcomers: 0.15,
    skin: [0, 1],
    hair: 'fair',
    cities: 'Dublin@Europe/Dublin, Cork@Europe/Dublin, Galway@Europe/Dublin, Limerick@Europe/Dublin',
    women:
      'Aoife Saoirse Ciara Orla Sinéad Róisín Maeve Deirdre Gráinne Clodagh Fionnuala Caoimhe Éabha Sorcha Bríd Muireann Aisling Emer Nuala Gobnait',
    men: 'Cormac Eoin Fiachra Darragh Cillian Oisín Tadhg Ruairí Declan Lorcan Fergal Ronan Colm Diarmuid Niall Padraig Senan Cathal Donal Finbarr',
    families:
      'Gallagher Brennan Kavanagh Flanagan Doherty Sheehan Mulcahy Fitzgerald Costello Considine Tierney Lenihan Corrigan Hanrahan Moloney Quigley Rafferty Scanlon Tuohy Whelan Behan Cusack Dempsey Egan Foley Geraghty Hession Keane',
  }),
  place({
    country: 'DE',
    weight: 6,
    rateFactor: 1.55,
    languages: 'de',
    newcomers: 0.16,
    skin: [0, 2],
    hair: 'fair',
    cities:
      'Berlin@Europe/Berlin, Hamburg@Europe/Berlin, Munich@Europe/Berlin, Leipzig@Europe/Berlin, Cologne@Europe/Berlin, Stuttgart@Europe/Berlin, Freiburg@Europe/Berlin',
    women:
      'Annika Frieda Greta Johanna Katharina Leonie Marlene Nele Paula Ronja Svenja Theresa Ulrike Wiebke Antje Birte Dörte Elke Franziska Heike Imke Jule Lotte Mareike',
    men: 'Jannik Florian Henrik Jonas Konstantin Lennart Matthias Niklas Ole Philipp Ruben Sönke Thorben Till Valentin Anselm Benedikt Clemens Dietmar Eike Falk Gereon Holger Joachim',
    families:
      'Brandt Falkenberg Hartmann Kessler Lindemann Marquardt Neuhaus Osterkamp Petersen Reinhardt Sommerfeld Thielemann Vogelsang Wendland Ziegler Achterberg Birkenfeld Dohrmann Eickhoff Feldkamp Grünewald Hellwig Ibsen Jansen Kranz Lohmann Meinecke Nordmann Ottmer Prange Quandt Rademacher Stahlberg Tiedemann Uhlig Westphal',
  }),
  place({
    country: 'FR',
    weight: 5,
    rateFactor: 1.4,
    languages: 'fr',
    newcomers: 0.16,
    skin: [0, 3],
    hair: 'mixed',
    cities:
      'Paris@Europe/Paris, Lyon@Europe/Paris, Nantes@Europe/Paris, Toulouse@Europe/Paris, Bordeaux@Europe/Paris, Marseille@Europe/Paris, Lille@Europe/Paris',
    women:
      'Amélie Capucine Clémence Delphine Élodie Faustine Garance Héloïse Inès Juliette Louane Manon Noémie Océane Pauline Romane Solène Thaïs Valentine Yseult Apolline Bérénice Camille Maëlys',
    men: 'Adrien Baptiste Corentin Damien Étienne Florent Gaspard Hadrien Julien Kilian Loïc Mathieu Noé Octave Pierrick Quentin Rémi Sylvain Thibault Ulysse Vianney Yann Bastien Côme',
    families:
      'Aubert Beaumont Chevalier Delacroix Escoffier Fontaine Garnier Hébert Jourdain Lacombe Marchand Nivelle Pelletier Rousseau Sauvage Tessier Vasseur Archambault Besson Carpentier Desrosiers Fabre Guérin Lemaître Moreau Perrault Renaud Savary Thibodeau Villard Blanchard Chastain Dumas Gauthier Lefort Montagne',
  }),
  place({
    country: 'ES',
    weight: 5,
    rateFactor: 1.05,
    languages: 'es',
    newcomers: 0.1,
    twoFamilyNames: true,
    skin: [1, 3],
    hair: 'dark',
    cities:
      'Madrid@Europe/Madrid, Barcelona@Europe/Madrid, Valencia@Europe/Madrid, Seville@Europe/Madrid, Bilbao@Europe/Madrid, Málaga@Europe/Madrid, Las Palmas@Atlantic/Canary',
    women:
      'Alba Begoña Carmen Daniela Elena Fátima Gloria Inés Jimena Lucía Macarena Nerea Olalla Paloma Rocío Sonsoles Teresa Vega Ximena Aitana Blanca Candela Irene Noelia',
    men: 'Adrián Borja Carlos Diego Emilio Fermín Gonzalo Hugo Iker Javier Lope Marcos Nicolás Óscar Pablo Rodrigo Santiago Tomás Unai Víctor Álvaro Bruno Jorge Rubén',
    families:
      'Aguilar Benítez Cabrera Domínguez Escudero Fuentes Gallego Herrera Iglesias Jiménez Lozano Marín Navarro Ortega Pastor Quesada Rivas Santana Torres Urrutia Vidal Zamora Arroyo Bravo Carrasco Delgado Esteban Ferrer Gálvez Hidalgo Izquierdo Llorente Montero Nieto Olmos Pascual',
  }),
  place({
    country: 'PT',
    weight: 3,
    rateFactor: 0.95,
    languages: 'pt',
    newcomers: 0.1,
    skin: [1, 3],
    hair: 'dark',
    cities: 'Lisbon@Europe/Lisbon, Porto@Europe/Lisbon, Braga@Europe/Lisbon, Coimbra@Europe/Lisbon, Faro@Europe/Lisbon',
    women:
      'Beatriz Carolina Diana Filipa Graça Inês Joana Leonor Mafalda Núria Patrícia Rita Sofia Tatiana Vera Matilde Constança Madalena Benedita Teresa',
    men: 'Afonso Bernardo Duarte Fábio Gil Henrique João Lourenço Martim Nuno Pedro Rui Salvador Tiago Vasco Gonçalo Simão Tomé Baltasar Xavier',
    families:
      'Almeida Barbosa Carvalho Dias Esteves Figueiredo Guimarães Henriques Leitão Magalhães Nogueira Pacheco Queirós Ribeiro Saraiva Teixeira Valente Abrantes Bettencourt Cordeiro Falcão Godinho Lobato Meireles Nóbrega Pimentel Rebelo Serrano',
  }),
  place({
    country: 'IT',
    weight: 5,
    rateFactor: 1.1,
    languages: 'it',
    newcomers: 0.08,
    skin: [0, 3],
    hair: 'dark',
    cities:
      'Milan@Europe/Rome, Turin@Europe/Rome, Bologna@Europe/Rome, Rome@Europe/Rome, Naples@Europe/Rome, Florence@Europe/Rome, Palermo@Europe/Rome',
    women:
      'Alessia Bianca Chiara Donatella Elisa Federica Giulia Ilaria Ludovica Martina Noemi Ottavia Paola Rachele Serena Tiziana Valeria Viola Arianna Benedetta Caterina Eleonora Fiamma Ginevra',
    men: 'Alessandro Bruno Corrado Davide Edoardo Filippo Giacomo Jacopo Lorenzo Matteo Niccolò Ottavio Pietro Riccardo Stefano Tommaso Umberto Vincenzo Andrea Cesare Dario Emanuele Gabriele Leonardo',
    families:
      'Barbieri Colombo De_Santis Esposito Ferrara Gallo Lombardi Marchetti Negri Orsini Pellegrini Ricci Santoro Testa Vitale Zanetti Amato Bellini Caruso D’Angelo Fabbri Grassi Locatelli Moretti Napolitano Parisi Romano Silvestri Tedesco Valentini Bianchi Conti Donati Farina Guerra Mancini',
  }),
  place({
    country: 'NL',
    weight: 3,
    rateFactor: 1.5,
    languages: 'nl',
    newcomers: 0.15,
    skin: [0, 1],
    hair: 'fair',
    cities:
      'Amsterdam@Europe/Amsterdam, Utrecht@Europe/Amsterdam, Rotterdam@Europe/Amsterdam, Groningen@Europe/Amsterdam, Eindhoven@Europe/Amsterdam',
    women:
      'Anouk Brechtje Cato Doutzen Elise Femke Geertje Hanneke Ilse Jolijn Karlijn Lieke Marijke Noor Roos Sanne Tessa Veerle Willemijn Yvette Fleur Maud',
    men: 'Bas Casper Daan Erik Floris Gijs Hidde Jasper Koen Luuk Maarten Niels Pepijn Roel Sander Thijs Wouter Joost Mees Rutger Stijn Teun',
    families:
      'Bakker van_Dijk de_Groot Hoekstra Jansma Kuipers van_Leeuwen Mulder Nijhuis Oosterhuis Postma de_Ruiter Schouten Terpstra Veenstra Wiersma Zijlstra van_den_Berg Dekker Elzinga Haveman Kooijman Meijer van_Rossum Smits Timmerman Visser de_Wit',
  }),
  place({
    country: 'PL',
    weight: 6,
    rateFactor: 0.95,
    languages: 'pl',
    skin: [0, 1],
    hair: 'fair',
    cities:
      'Warsaw@Europe/Warsaw, Kraków@Europe/Warsaw, Wrocław@Europe/Warsaw, Gdańsk@Europe/Warsaw, Poznań@Europe/Warsaw, Łódź@Europe/Warsaw',
    women:
      'Agnieszka Bożena Dorota Ewelina Gabriela Halina Izabela Joanna Kinga Lidia Magdalena Natalia Oliwia Paulina Renata Sylwia Urszula Weronika Zuzanna Alicja Hanna Jagoda Klaudia Marta',
    men: 'Adrian Bartosz Cezary Dawid Filip Grzegorz Hubert Igor Jakub Kacper Łukasz Mateusz Norbert Paweł Radosław Sebastian Tomasz Wiktor Zbigniew Arkadiusz Błażej Dominik Krzysztof Maciej',
    families:
      'Adamczyk Baranowski Czarnecki Dąbrowski Gajewski Górski Jabłoński Kaczmarek Lewandowski Malinowski Nowicki Olszewski Pawlak Rutkowski Sikora Szymański Tomaszewski Urban Wójcik Zawadzki Borkowski Chmielewski Domański Głowacki Jasiński Kubiak Łapiński Michalak Niemczyk Ostrowski Przybylski Różański Sobczak Tkaczyk Wilczek Zieliński',
  }),
  place({
    country: 'UA',
    weight: 6,
    rateFactor: 0.8,
    languages: 'uk',
    skin: [0, 1],
    hair: 'mixed',
    cities:
      'Kyiv@Europe/Kyiv, Lviv@Europe/Kyiv, Odesa@Europe/Kyiv, Dnipro@Europe/Kyiv, Kharkiv@Europe/Kyiv, Ivano-Frankivsk@Europe/Kyiv',
    women:
      'Alina Bohdana Daryna Halyna Iryna Kateryna Larysa Mariia Nadiia Oksana Polina Ruslana Sofiia Tetiana Uliana Viktoriia Yuliia Zlata Anastasiia Olena Solomiia Yaryna',
    men: 'Andrii Bohdan Danylo Fedir Hryhorii Ivan Kyrylo Lev Maksym Nazar Oleksii Petro Roman Serhii Taras Vadym Yaroslav Zakhar Artem Dmytro Mykola Ostap',
    families:
      'Bondarenko Chumak Doroshenko Fesenko Havrylenko Ivanchuk Kovalenko Lysenko Marchenko Nazarenko Oliinyk Panchenko Romanenko Savchenko Tkachenko Usenko Vasylenko Yakovenko Zinchenko Babenko Hrytsenko Demchuk Klymenko Lytvyn Melnyk Petrenko Rudenko Shevchuk',
  }),
  place({
    country: 'RO',
    weight: 4,
    rateFactor: 0.8,
    languages: 'ro',
    skin: [0, 3],
    hair: 'dark',
    cities:
      'Bucharest@Europe/Bucharest, Cluj-Napoca@Europe/Bucharest, Timișoara@Europe/Bucharest, Iași@Europe/Bucharest, Brașov@Europe/Bucharest',
    women:
      'Adina Bianca Corina Daciana Elena Florina Georgiana Ileana Loredana Mihaela Nicoleta Oana Raluca Simona Teodora Violeta Ioana Luminița Roxana Smaranda',
    men: 'Alexandru Bogdan Cristian Dragoș Emil Florin Gheorghe Horia Ionuț Laurențiu Marius Nicolae Ovidiu Petru Răzvan Sorin Tudor Vlad Cătălin Mircea',
    families:
      'Albu Bălan Cojocaru Diaconu Enache Filip Grigorescu Ionescu Lungu Manole Neagu Oprea Pavel Rusu Stănescu Tănase Ungureanu Vasile Zamfir Anghel Bratu Ciobanu Dobre Munteanu Nistor Popa Stoica Toma',
  }),
  place({
    country: 'SE',
    weight: 2,
    rateFactor: 1.45,
    languages: 'sv',
    newcomers: 0.15,
    skin: [0, 1],
    hair: 'fair',
    cities:
      'Stockholm@Europe/Stockholm, Gothenburg@Europe/Stockholm, Malmö@Europe/Stockholm, Uppsala@Europe/Stockholm, Umeå@Europe/Stockholm',
    women:
      'Agnes Britta Cecilia Ebba Frida Gunilla Hedvig Ingrid Josefin Klara Linnea Maja Nora Pernilla Rebecka Signe Tilda Ulrika Viveka Ylva',
    men: 'Anton Björn Carl Edvin Fredrik Gustav Hampus Isak Joakim Lars Melker Nils Oskar Pontus Rasmus Sixten Tobias Vidar Viggo Axel',
    families:
      'Ahlström Bergqvist Dahlberg Ekström Forsberg Granlund Hedlund Isaksson Jönsson Källström Lindgren Månsson Nyberg Öberg Palmgren Rydberg Sandström Thorén Wallin Åkesson Björklund Engström Holmgren Lundin Norling Sjöberg Strand Viklund',
  }),
  place({
    country: 'GR',
    weight: 2,
    rateFactor: 0.85,
    languages: 'el',
    skin: [1, 3],
    hair: 'dark',
    cities: 'Athens@Europe/Athens, Thessaloniki@Europe/Athens, Patras@Europe/Athens, Heraklion@Europe/Athens',
    women:
      'Angeliki Christina Despina Eleni Fotini Georgia Ioanna Kalliopi Lydia Myrto Nefeli Panagiota Rania Sofia Theodora Vasiliki Zoi Danai Katerina Marilena',
    men: 'Alexandros Christos Dimitris Evangelos Fotis Giannis Iason Kostas Lefteris Manolis Nikos Orestis Panos Spyros Thanasis Vangelis Yiorgos Stavros Petros Michalis',
    families:
      'Antoniou Dimitriou Economou Fotiadis Georgiadis Hatzis Ioannidis Karagiannis Lambros Makris Nikolaidis Oikonomou Papadakis Rallis Samaras Theodorou Vlachos Xenakis Zervas Alexiou Christou Galanis Kontos Mavros Pappas Sideris Tsakiris Vasileiou',
  }),
  place({
    country: 'RS',
    weight: 3,
    rateFactor: 0.75,
    languages: 'sr',
    skin: [0, 2],
    hair: 'mixed',
    cities: 'Belgrade@Europe/Belgrade, Novi Sad@Europe/Belgrade, Niš@Europe/Belgrade, Subotica@Europe/Belgrade',
    women:
      'Ana Branka Dragana Emilija Gordana Ivana Jelena Katarina Ljiljana Milica Nataša Olivera Radmila Sanja Tamara Vesna Zorana Anđela Dunja Tijana',
    men: 'Aleksandar Bojan Dejan Filip Goran Igor Jovan Lazar Marko Nemanja Ognjen Predrag Relja Stefan Uroš Vuk Zoran Miloš Nikola Strahinja',
    families:
      'Antić Bogdanović Cvetković Dimitrijević Filipović Gajić Ilić Jovanović Kostić Lazarević Marinković Nedeljković Obradović Pavlović Radovanović Simić Tasić Vasić Zdravković Živković Blagojević Đurić Krstić Milenković Perić Stanković Todorović Vuković',
  }),
];
