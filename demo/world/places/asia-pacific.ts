import { place } from './place.ts';

export const asiaAndPacific = [
  place({
    country: 'IN',
    weight: 16,
    rateFactor: 0.55,
    languages: 'hi en',
    skin: [4, 7],
    hair: 'dark',
    cities:
      'Bengaluru@Asia/Kolkata, Pune@Asia/Kolkata, Hyderabad@Asia/Kolkata, Chennai@Asia/Kolkata, Mumbai@Asia/Kolkata, Ahmedabad@Asia/Kolkata, Kochi@Asia/Kolkata, Jaipur@Asia/Kolkata, Kolkata@Asia/Kolkata, Indore@Asia/Kolkata',
    women:
      'Aditi Bhavna Chitra Divya Esha Gauri Harini Ishita Jyoti Kavya Lakshmi Meera Neha Pooja Radhika Sneha Tanvi Urvashi Vidya Yamini Ananya Deepika Nandini Priyanka Riya Shreya Swati Trisha',
    men: 'Abhishek Bhavesh Chirag Dhruv Gaurav Harsh Ishaan Jatin Karthik Lokesh Manish Nikhil Pranav Rahul Sandeep Tarun Utkarsh Varun Yash Aditya Arjun Deepak Kunal Naveen Rohan Siddharth Tejas Vivek',
    families:
      'Agarwal Banerjee Chauhan Desai Gupta Hegde Iyer Joshi Kapoor Lal Malhotra Nair Ojha Patil Rao Saxena Thakur Varma Yadav Acharya Bhat Chopra Deshpande Ghosh Jain Kulkarni Menon Mukherjee Pillai Rastogi Sharma Srinivasan Tiwari Trivedi Vyas Reddy',
  }),
  place({
    country: 'PK',
    weight: 8,
    rateFactor: 0.45,
    languages: 'ur en',
    skin: [3, 6],
    hair: 'dark',
    cities:
      'Lahore@Asia/Karachi, Karachi@Asia/Karachi, Islamabad@Asia/Karachi, Faisalabad@Asia/Karachi, Peshawar@Asia/Karachi, Multan@Asia/Karachi',
    women:
      'Aiman Bushra Fariha Hira Iqra Javeria Kinza Maham Mehwish Nimra Quratulain Rabia Sana Tooba Uzma Warda Zoya Amna Komal Sidra Areeba Hafsa',
    men: 'Adnan Bilal Danish Faisal Haris Imran Junaid Kamran Maaz Noman Owais Qasim Rizwan Salman Taimoor Umair Waqas Zeeshan Asad Hamza Shahzaib Talha',
    families:
      'Abbasi Baig Chaudhry Farooqi Gillani Hashmi Iqbal Javed Khokhar Lodhi Malik Niazi Qureshi Rehman Siddiqui Tariq Usmani Warraich Zaidi Akhtar Bhatti Durrani Haider Jamil Kazmi Mirza Nawaz Sheikh',
  }),
  place({
    country: 'BD',
    weight: 6,
    rateFactor: 0.4,
    languages: 'bn',
    skin: [4, 7],
    hair: 'dark',
    cities: 'Dhaka@Asia/Dhaka, Chattogram@Asia/Dhaka, Sylhet@Asia/Dhaka, Khulna@Asia/Dhaka, Rajshahi@Asia/Dhaka',
    women:
      'Afroza Farzana Israt Jannatul Kamrun Lamia Mahmuda Nusrat Rumana Sabrina Sadia Shanta Tahmina Tasnim Umme Zarin Anika Farhana Nishat Samia',
    men: 'Arifur Ashik Fahim Habib Imtiaz Jahid Kazi Mahbub Mizanur Nayeem Rakib Rifat Sajid Shakil Tanvir Tawhid Zahid Abir Nafis Rubel',
    families:
      'Ahmed Akter Bhuiyan Chowdhury Das Hasan Hossain Islam Kabir Karim Mahmud Majumder Mia Mollah Rahman Rashid Roy Saha Sarker Sikder Sultana Talukder Uddin Alam Biswas Haque Khandaker Shikdar',
  }),
  place({
    country: 'LK',
    weight: 2,
    rateFactor: 0.45,
    languages: 'si ta',
    skin: [5, 8],
    hair: 'dark',
    cities: 'Colombo@Asia/Colombo, Kandy@Asia/Colombo, Galle@Asia/Colombo, Jaffna@Asia/Colombo',
    women:
      'Anusha Chamari Dilani Gayathri Hansika Imesha Kumari Madhavi Nadeesha Oshadi Piumi Ruwani Sachini Thilini Udari Yasodha Nethmi Sewwandi Tharushi Hiruni',
    men: 'Asela Buddhika Chathura Dinesh Gayan Harsha Isuru Janaka Kasun Lahiru Malinda Nuwan Pasindu Ruwan Sampath Tharindu Udara Yohan Dilshan Sachith',
    families:
      'Abeysekera Bandara Cooray Dissanayake Ekanayake Fernando Gunawardena Herath Jayawardena Karunaratne Liyanage Madushanka Nanayakkara Perera Rajapaksha Senanayake Thennakoon Vithanage Weerasinghe Wickramasinghe Alwis Samarakoon Ranatunga Siriwardena',
  }),
  place({
    country: 'PH',
    weight: 9,
    rateFactor: 0.45,
    languages: 'tl en',
    skin: [3, 6],
    hair: 'dark',
    cities:
      'Manila@Asia/Manila, Cebu@Asia/Manila, Davao@Asia/Manila, Iloilo@Asia/Manila, Baguio@Asia/Manila, Quezon City@Asia/Manila',
    women:
      'Aileen Bernadette Clarissa Divina Evangeline Grace Jasmine Kristine Lovely Maricel Nenita Rosalie Sheryl Trisha Vilma Angelica Camille Hazel Janelle Mylene Rowena Princess',
    men: 'Alvin Benedict Christian Dennis Edison Francis Gilbert Jayson Kenneth Leandro Mark Nathaniel Rodel Ronnie Vincent Arnel Carlo Ernesto Jericho Paolo Rommel Jomar',
    families:
      'Aquino Bautista Castillo Dela_Cruz Enriquez Flores Garcia Hernando Ilagan Javier Lacson Mangubat Natividad Ocampo Panganiban Quijano Reyes Santos Tolentino Umali Valdez Yap Abad Balagtas Cabrera Dizon Magsaysay Salonga',
  }),
  place({
    country: 'ID',
    weight: 4,
    rateFactor: 0.5,
    languages: 'id',
    skin: [4, 6],
    hair: 'dark',
    cities:
      'Jakarta@Asia/Jakarta, Bandung@Asia/Jakarta, Yogyakarta@Asia/Jakarta, Surabaya@Asia/Jakarta, Denpasar@Asia/Makassar, Makassar@Asia/Makassar',
    women:
      'Ayu Citra Dewi Endah Fitri Gita Indah Kartika Lestari Maya Nurul Putri Ratna Sari Tri Wulan Yuni Amelia Dian Intan Melati Rahayu',
    men: 'Adi Bayu Cahyo Dimas Eko Fajar Gilang Hendra Irfan Joko Krisna Lukman Mulyadi Nugroho Prasetyo Rizky Surya Teguh Wahyu Yoga Arif Galih',
    families:
      'Anggraini Budiman Darmawan Gunawan Hakim Hidayat Iskandar Kurniawan Kusuma Lubis Maulana Nasution Permana Purnama Rahman Santoso Saputra Setiawan Siregar Susanto Utami Wibowo Wijaya Yulianto Halim Hartono Pratama Simanjuntak',
  }),
  place({
    country: 'VN',
    weight: 4,
    rateFactor: 0.55,
    languages: 'vi',
    skin: [2, 4],
    hair: 'dark',
    cities:
      'Ho Chi Minh City@Asia/Ho_Chi_Minh, Hanoi@Asia/Ho_Chi_Minh, Da Nang@Asia/Ho_Chi_Minh, Can Tho@Asia/Ho_Chi_Minh',
    women:
      'Ánh Bích Chi Diệp Giang Hạnh Hương Khánh Lan Linh Mai Ngọc Nhung Phương Quỳnh Thảo Thủy Trang Uyên Vy Yến Như',
    men: 'An Bảo Cường Dũng Đức Hải Hiếu Hoàng Hùng Khoa Long Minh Nam Phúc Quân Sơn Tài Thành Trung Tuấn Việt Vinh',
    families:
      'Bùi Cao Đặng Đỗ Dương Hồ Huỳnh Lê Lương Lý Mai Ngô Nguyễn Phạm Phan Phùng Tạ Thái Trần Trịnh Trương Võ Vũ Đinh Đoàn Hà Tô Quách',
  }),
  place({
    country: 'JP',
    weight: 2,
    rateFactor: 1.2,
    languages: 'ja',
    skin: [0, 2],
    hair: 'dark',
    cities:
      'Tokyo@Asia/Tokyo, Osaka@Asia/Tokyo, Fukuoka@Asia/Tokyo, Kyoto@Asia/Tokyo, Sapporo@Asia/Tokyo, Nagoya@Asia/Tokyo',
    women:
      'Akari Chihiro Emi Fumiko Haruka Izumi Junko Kaori Mariko Naomi Reiko Sakura Tomoko Yui Yukari Asuka Hinata Kanako Megumi Rina',
    men: 'Akira Daichi Eiji Fumio Haruto Hiroshi Isamu Jun Kazuki Kenta Makoto Naoki Ren Ryota Satoshi Shota Takumi Yuta Daisuke Sora',
    families:
      'Abe Endo Fujimoto Hasegawa Hayashi Ishikawa Kaneko Kato Kimura Maeda Matsuda Miyazaki Morita Nakagawa Nishimura Ogawa Okada Sakamoto Shimizu Sugiyama Takahashi Ueda Wada Yamaguchi Yoshida Arai Inoue Kojima',
  }),
  place({
    country: 'KR',
    weight: 2,
    rateFactor: 1.1,
    languages: 'ko',
    skin: [0, 2],
    hair: 'dark',
    cities: 'Seoul@Asia/Seoul, Busan@Asia/Seoul, Daejeon@Asia/Seoul, Incheon@Asia/Seoul, Gwangju@Asia/Seoul',
    women:
      'Ara Bora Chaeyoung Eunji Haeun Hyejin Jisoo Jiwon Minji Nari Seoyeon Soojin Sumin Yejin Yuna Dahye Gayoung Hyunjoo Sohee Yerin',
    men: 'Byungho Changmin Donghyun Hyunwoo Jaehyun Jihoon Junseo Kyungsoo Minho Sangwoo Seojun Sungmin Taeyang Wonbin Woojin Youngho Dohyun Geon Joonho Siwoo',
    families:
      'Ahn Bae Baek Choi Chung Han Heo Hong Hwang Jang Jeon Jo Jung Kang Kim Ko Kwon Lee Lim Min Moon Nam Noh Oh Park Seo Shin Song Yang Yoon',
  }),
  place({
    country: 'CN',
    weight: 3,
    rateFactor: 0.8,
    languages: 'zh',
    skin: [0, 3],
    hair: 'dark',
    cities:
      'Shanghai@Asia/Shanghai, Shenzhen@Asia/Shanghai, Chengdu@Asia/Shanghai, Hangzhou@Asia/Shanghai, Beijing@Asia/Shanghai, Xiamen@Asia/Shanghai',
    women:
      'Ailing Bingbing Chunhua Fangfang Huiling Jiayi Jingwen Lihua Meiling Ningxin Peishan Qiuyue Ruoxi Shuyi Tingting Wenjing Xiaoyan Yanyan Yuxuan Zihan',
    men: 'Bowen Chengyu Dawei Feng Guoliang Haoran Jianhong Junjie Kaiwen Lei Mingze Pengfei Qiang Ruiheng Shaowei Tianyu Weimin Xiaoming Yifan Zhihao',
    families:
      'Bai Cai Chen Deng Ding Fan Fang Feng Gao Gu Guo He Huang Jiang Jin Li Liang Lin Liu Luo Ma Meng Pan Peng Qian Shen Sun Tang Wang Wu Xiao Xie Xu Yan Zhang Zhou',
  }),
  place({
    country: 'MY',
    weight: 2,
    rateFactor: 0.6,
    languages: 'ms en zh',
    skin: [2, 6],
    hair: 'dark',
    cities:
      'Kuala Lumpur@Asia/Kuala_Lumpur, Penang@Asia/Kuala_Lumpur, Johor Bahru@Asia/Kuala_Lumpur, Kuching@Asia/Kuching',
    women:
      'Aisyah Balqis Farah Haslinda Izzati Jia_Hui Kah_Yan Mei_Fong Nadia Nurul Puteri Qistina Sharifah Siti Sook_Yee Wan_Ting Yasmin Zulaikha Li_Ying Hui_Min',
    men: 'Aiman Boon_Keat Chee_Keong Danial Faiz Hafiz Irfan Jun_Wei Kok_Leong Luqman Muaz Nazri Rashid Syafiq Teck_Hock Wei_Jian Yong_Sheng Zulkifli Kai_Xiang Azlan',
    families:
      'Abdullah Ariffin Chong Goh Hassan Heng Ismail Jamaludin Khoo Lau Leong Mahmood Ng Omar Ong Othman Pang Rahim Roslan Salleh Siew Tan Teoh Wong Yap Yeoh Zainal Zakaria',
  }),
  place({
    country: 'AU',
    weight: 4,
    rateFactor: 1.5,
    languages: 'en',
    newcomers: 0.3,
    skin: [0, 3],
    hair: 'fair',
    cities:
      'Melbourne@Australia/Melbourne, Sydney@Australia/Sydney, Brisbane@Australia/Brisbane, Perth@Australia/Perth, Adelaide@Australia/Adelaide, Hobart@Australia/Hobart',
    women:
      'Alana Brianna Claire Ebony Felicity Georgia Hayley Indiana Jacinta Kirra Lara Matilda Natasha Philippa Renae Skye Tahlia Willow Zoe Bronwyn',
    men: 'Angus Blake Cooper Darcy Ethan Flynn Griffin Hamish Jack Kane Lachlan Mitchell Nate Patrick Riley Shane Tom Zac Beau Jarrod',
    families:
      'Armstrong Barlow Crawford Drysdale Ferguson Gallacher Hartley Irvine Jamieson Kelleher Lindsay McAllister Nolan Osborne Pearson Quinlan Rutherford Sommerville Thorpe Winters Bracken Cadell Finlayson Hollis Maguire Penrose Sheridan Walcott',
  }),
];
