import { place } from './place.ts';

export const africaAndMiddleEast = [
  place({
    country: 'NG',
    weight: 6,
    rateFactor: 0.55,
    languages: 'en yo ig',
    skin: [7, 9],
    hair: 'dark',
    cities:
      'Lagos@Africa/Lagos, Abuja@Africa/Lagos, Ibadan@Africa/Lagos, Port Harcourt@Africa/Lagos, Enugu@Africa/Lagos',
    women:
      'Adaeze Bolanle Chiamaka Damilola Efe Folake Ifeoma Jumoke Kemi Lola Mojisola Ngozi Oluchi Simisola Temitope Uche Yewande Zainab Amarachi Titilayo Chinonso Halima',
    men: 'Adebayo Babatunde Chukwuemeka Dayo Emeka Femi Ibrahim Jide Kelechi Lanre Musa Nnamdi Obinna Segun Tunde Uzoma Wale Yemi Ayodeji Chidi Ikenna Tobi',
    families:
      'Adeyemi Balogun Chukwu Danjuma Eze Fashola Igwe Johnson Lawal Mbah Nwosu Obi Okafor Onyeka Salami Taiwo Umeh Williams Yusuf Abiola Bello Ekwueme Ibekwe Nwankwo Ogunleye Olawale Oyelaran Sowande',
  }),
  place({
    country: 'KE',
    weight: 4,
    rateFactor: 0.55,
    languages: 'sw en',
    skin: [6, 9],
    hair: 'dark',
    cities:
      'Nairobi@Africa/Nairobi, Mombasa@Africa/Nairobi, Kisumu@Africa/Nairobi, Nakuru@Africa/Nairobi, Eldoret@Africa/Nairobi',
    women:
      'Achieng Akinyi Chebet Faith Grace Jebet Kendi Makena Mercy Moraa Mwende Njeri Nyambura Purity Wairimu Wambui Wanjiru Zawadi Atieno Muthoni',
    men: 'Barasa Brian Dennis Evans Jomo Kamau Kevin Kiprono Kipchoge Mutua Mwangi Njoroge Ochieng Odhiambo Omondi Otieno Wafula Kibet Githinji Karanja',
    families:
      'Cheruiyot Gathoni Gitau Kariuki Kimani Kiptoo Koech Maina Mbugua Mugo Muriuki Mutiso Ndegwa Ngugi Njenga Nyaga Okoth Onyango Oyugi Ruto Waweru Were Korir Langat Macharia Nderitu Simiyu Wekesa',
  }),
  place({
    country: 'ZA',
    weight: 4,
    rateFactor: 0.8,
    languages: 'en zu af',
    newcomers: 0.05,
    skin: [0, 9],
    hair: 'mixed',
    cities:
      'Cape Town@Africa/Johannesburg, Johannesburg@Africa/Johannesburg, Durban@Africa/Johannesburg, Pretoria@Africa/Johannesburg, Gqeberha@Africa/Johannesburg',
    women:
      'Anele Busisiwe Carina Elmarie Jana Lerato Lindiwe Mandisa Naledi Nomvula Palesa Refilwe Sibongile Thandeka Zanele Annelie Boitumelo Karabo Liezl Marika',
    men: 'Andile Bongani Dirk Francois Hendrik Jaco Kagiso Lungelo Mpho Pieter Riaan Sipho Tebogo Thabo Vusi Werner Ayanda Johan Lwazi Siyabonga',
    families:
      'Botha Coetzee Dlamini du_Plessis Fourie Gumede Khumalo Kruger Mabaso Mahlangu Mokoena Molefe Mthembu Naidoo Ndlovu Nkosi Pillay Radebe Sithole Steyn Tshabalala van_der_Merwe Zulu Buthelezi Govender Mbatha Olivier Venter',
  }),
  place({
    country: 'EG',
    weight: 4,
    rateFactor: 0.55,
    languages: 'ar',
    skin: [2, 6],
    hair: 'dark',
    cities: 'Cairo@Africa/Cairo, Alexandria@Africa/Cairo, Giza@Africa/Cairo, Mansoura@Africa/Cairo, Tanta@Africa/Cairo',
    women:
      'Aya Basma Dalia Esraa Farida Ghada Heba Jana Khadija Laila Mariam Nada Nourhan Rania Salma Shaimaa Yara Yasmine Amira Dina Hagar Menna',
    men: 'Abdelrahman Amr Bassem Eslam Fady Hazem Islam Karim Khaled Mahmoud Mostafa Nader Omar Osama Ramy Sameh Tamer Wael Youssef Ziad Hossam Sherif',
    families:
      'Abdelaziz Badawy El-Sayed Fahmy Gamal Hamdy Ibrahim Kamel Lotfy Mansour Naguib Ramadan Saleh Tawfik Zaki Ashour Barakat Darwish El-Masry Farouk Ghoneim Helmy Ismail Khalil Mahran Nassar Refaat Shawky',
  }),
  place({
    country: 'MA',
    weight: 2,
    rateFactor: 0.6,
    languages: 'ar fr',
    skin: [2, 5],
    hair: 'dark',
    cities:
      'Casablanca@Africa/Casablanca, Rabat@Africa/Casablanca, Marrakesh@Africa/Casablanca, Tangier@Africa/Casablanca, Fez@Africa/Casablanca',
    women:
      'Asmae Btissam Chaimae Douae Fatima-Zahra Ghita Hajar Imane Kaoutar Lamiae Meryem Nisrine Oumaima Rim Safae Soukaina Wiam Yousra Zineb Hind',
    men: 'Achraf Anass Ayoub Badr Driss Elias Fouad Hamza Hicham Ilyas Jaouad Mehdi Nabil Othmane Rachid Reda Saad Soufiane Walid Zakaria',
    families:
      'Alaoui Benali Benjelloun Bennani Chraibi El_Amrani El_Fassi El_Idrissi Filali Guessous Hajji Jaidi Kabbaj Lahlou Mernissi Naciri Ouazzani Qadiri Rami Sefrioui Tazi Bouzidi Cherkaoui Doukkali Haddad Lamrani Mansouri Zniber',
  }),
  place({
    country: 'TR',
    weight: 4,
    rateFactor: 0.7,
    languages: 'tr',
    skin: [1, 4],
    hair: 'dark',
    cities:
      'Istanbul@Europe/Istanbul, Ankara@Europe/Istanbul, İzmir@Europe/Istanbul, Bursa@Europe/Istanbul, Antalya@Europe/Istanbul, Eskişehir@Europe/Istanbul',
    women:
      'Aslı Başak Ceren Damla Ebru Feride Gizem Hande İpek Leyla Melis Nazlı Özge Pelin Selin Tuğba Yasemin Zeynep Berna Defne Esra Şule',
    men: 'Arda Barış Can Deniz Emre Ferhat Gökhan Hakan İlker Kaan Levent Mert Onur Serkan Tolga Umut Volkan Yusuf Burak Cem Kerem Oğuz',
    families:
      'Acar Bulut Çelik Demir Erdoğan Fidan Güneş Işık Kaplan Koç Özdemir Polat Sarı Şahin Tekin Uçar Yavuz Yıldız Aksoy Bozkurt Doğan Ekinci Karaca Keskin Korkmaz Öztürk Taş Yalçın',
  }),
  place({
    country: 'IL',
    weight: 2,
    rateFactor: 1.4,
    languages: 'he',
    newcomers: 0.08,
    skin: [1, 4],
    hair: 'dark',
    cities: 'Tel Aviv@Asia/Jerusalem, Haifa@Asia/Jerusalem, Jerusalem@Asia/Jerusalem, Ramat Gan@Asia/Jerusalem',
    women:
      'Adi Dana Efrat Gal Hila Inbal Liora Maayan Noa Orit Ronit Shira Tal Yael Zohar Ayelet Michal Sivan Tamar Keren',
    men: 'Amit Boaz Doron Eitan Gilad Idan Itai Lior Matan Nadav Omer Ran Shai Tomer Uri Yonatan Ziv Alon Barak Oren',
    families:
      'Avraham Ben-David Cohen-Tal Dayan Elbaz Friedman Golan Harari Katz Levi Mizrahi Navon Peretz Rosen Shalev Tzur Vardi Weiss Yosef Zamir Amsalem Biton Gabay Hadad Malka Ohana Sasson Segal',
  }),
];
