"""Names that families of a London-like borough might bear, by where the family's names come from.

First names and family names are drawn apart, so every full name is an invented combination.
"""

from typing import NamedTuple


class Heritage(NamedTuple):
    weight: int
    ethnicities: tuple[str, ...]  # codesets/ethnicity.csv
    group: str  # white, black, asian, other: decides the code of a child of two heritages
    language: str
    speaks_it_first: float  # share of children whose first language it is
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    families: tuple[str, ...]


def _words(names: str) -> tuple[str, ...]:
    return tuple(name.replace("_", " ") for name in names.split())


def _heritage(
    weight: int,
    ethnicities: str,
    group: str,
    language: str,
    share: float,
    girls: str,
    boys: str,
    families: str,
) -> Heritage:
    names = _words(girls), _words(boys), _words(families)
    return Heritage(weight, _words(ethnicities), group, language, share, *names)


HERITAGES: tuple[Heritage, ...] = (
    _heritage(
        400, "WBRI", "white", "English", 1.0,
        "Alice Amber Amelia Ava Bella Bethany Charlotte Chloe Daisy Darcey Edie Eleanor Eliza Ella Elsie "
        "Emily Emma Erin Esme Eva Evelyn Faye Florence Freya Georgia Grace Gracie Hannah Harriet Heidi "
        "Hollie Imogen Isabel Isla Ivy Jasmine Jessica Katie Lacey Layla Lily Lola Lottie Lucy Luna "
        "Maddison Maisie Martha Matilda Megan Mia Millie Molly Nancy Olivia Orla Penelope Phoebe Poppy "
        "Rosie Ruby Sadie Scarlett Sienna Skye Sophie Summer Thea Tilly Violet Willow",
        "Alfie Archie Arthur Austin Ben Billy Bobby Caleb Callum Charlie Connor Daniel Dexter Dylan Edward "
        "Elliot Ellis Ethan Felix Finley Frankie Freddie George Harley Harrison Harry Harvey Henry Hugo "
        "Isaac Jack Jacob Jake James Jamie Jayden Joseph Joshua Jude Kian Leo Lewis Liam Logan Louie Luca "
        "Lucas Luke Mason Matthew Max Michael Nathan Noah Oliver Ollie Oscar Owen Ralph Reggie Reuben "
        "Riley Roman Ronnie Rory Samuel Sebastian Sonny Stanley Teddy Theo Thomas Toby Tommy Tyler William "
        "Zachary",
        "Abbott Aldous Ashdown Atwell Baines Barker Beckett Benham Blake Bowyer Bradwell Brooker Buckland "
        "Burgess Calloway Carver Chandler Clifton Coates Colbourne Cooper Cottrell Crane Crowhurst Dawes "
        "Denham Drury Eastgate Elphick Fairbrass Farrow Fenton Fielder Flint Foley Fowler Garland Gilbey "
        "Godden Goodall Granger Hallam Harding Hartnell Hawkes Hewitt Hollis Howlett Ingram Jarrett Jessop "
        "Kemble Kendrick Lambourne Larkin Lockyer Marlow Marsh Maynard Mercer Milburn Morley Nash "
        "Nettleton Newbold Oakes Orchard Palfrey Parrish Peckham Penfold Pickering Pooley Quested Radford "
        "Redfern Rolfe Rudge Salter Sayer Selwyn Sharpe Skelton Spicer Stannard Sutcliffe Tanner Thorne "
        "Tilley Tranter Upton Vickers Wadsworth Wainwright Waller Weaver Whitlock Wickens Winslow Woodruff "
        "Yardley",
    ),
    _heritage(
        18, "WIRI WBRI", "white", "English", 1.0,
        "Aoife Caoimhe Ciara Clodagh Erin Maeve Niamh Nora Roisin Saoirse Sinead Tara",
        "Cian Cillian Conor Daragh Declan Eoin Fionn Oisin Padraig Ronan Rory Sean",
        "Brannigan Cassidy Delaney Fallon Gallagher Hanratty Kinsella Lenihan McBride Mulvaney O'Grady "
        "Rafferty Sheridan Tierney",
    ),
    _heritage(
        95, "BAFR BNGN", "black", "Yoruba", 0.2,
        "Abimbola Adaeze Adesuwa Amarachi Amaka Bisi Chiamaka Chidinma Chioma Damilola Ebele Esther Folake "
        "Funmilayo Ifeoma Kemi Ngozi Nneka Oluchi Temitope Titilayo Tolani Yetunde Zainab Deborah Favour "
        "Grace",
        "Adewale Ayodele Babajide Chibuzo Chidi Chike Damola Ebuka Emeka Femi Ikenna Kelechi Kunle Nnamdi "
        "Obinna Ola Segun Tayo Tobi Tunde Uche Wale Daniel David Emmanuel Joshua Samuel",
        "Abiola Adebayo Adeyemi Afolabi Akande Akinola Anozie Balogun Bello Chukwu Dada Ekwueme Eze "
        "Fashola Ibekwe Igwe Madu Nwosu Obi Odunsi Ogunleye Okafor Okonkwo Okoro Oladipo Onyango Osagie "
        "Sowande",
    ),
    _heritage(
        45, "BAFR BGHA", "black", "Twi", 0.18,
        "Abena Adwoa Afia Akosua Akua Ama Araba Efua Esi Maame Nana Serwaa Yaa Abigail Priscilla",
        "Ato Ebo Fiifi Kofi Kojo Kwabena Kwaku Kwame Kwesi Paa Yaw Caleb Elijah Nathaniel Isaac",
        "Acheampong Addo Agyeman Amoako Ampofo Ankrah Antwi Appiah Asante Boadu Boateng Darko Gyasi Mensah "
        "Ofori Opoku Osei Owusu Quaye Sarpong Tetteh Yeboah",
    ),
    _heritage(
        22, "BAFR BSOM", "black", "Somali", 0.6,
        "Amina Asha Ayaan Deqa Fadumo Halima Hamdi Hodan Ifrah Ikran Khadra Najma Sagal Suad Zahra",
        "Abdi Abdirahman Ahmed Ayub Bilal Guled Hamza Ismail Khalid Liban Mahad Sharmarke Yahya Yusuf "
        "Zakaria",
        "Abdi Ahmed Ali Barre Dahir Duale Egal Farah Guled Hassan Hirsi Isse Jama Mohamud Nur Osman "
        "Samatar Warsame Yusuf",
    ),
    _heritage(
        52, "BCRB", "black", "English", 1.0,
        "Aaliyah Alisha Amaya Brianna Chantelle Destiny Imani Jada Kayla Keisha Kiara Naomi Nevaeh Rihanna "
        "Shanice Sherelle Talia Tamara Tianna Zaria",
        "Andre Darnell Deshawn Dwayne Isaiah Jahmal Jerome Kai Kemar Kyrone Leon Malachi Marcus Marlon "
        "Nathaniel Rashaun Rico Romaine Tyrese Xavier",
        "Allwood Bailey Barrett Beckford Bent Campbell Clarke Cunningham Dacosta Edwards Francis Gayle "
        "Gordon Grant Henry Lindo Mcfarlane Morgan Pinnock Powell Reid Samuels Stewart Walcott Watson "
        "Wright",
    ),
    _heritage(
        14, "BAFR BCON", "black", "French", 0.5,
        "Aimee Benedicte Clarisse Divine Grace Gloire Merveille Naomie Plamedi Ruth Sarah Solange",
        "Arsene Christian Dieumerci Exauce Glody Herve Jordan Josue Kevin Merdi Patient Yannick",
        "Bakala Banza Ilunga Kabeya Kalala Kasongo Lukusa Mbuyi Mpiana Mukendi Mutombo Ngoma Nsimba "
        "Tshibangu",
    ),
    _heritage(
        45, "AIND", "asian", "Panjabi", 0.42,
        "Amrit Anaya Anoushka Avneet Diya Gurleen Harleen Ishani Jasleen Jasmeet Kavya Kiran Manpreet "
        "Meera Navneet Nisha Prabhjot Riya Simran Suhani Tanvi",
        "Aarav Ajay Arjan Arjun Dev Dilraj Gurpreet Harjot Harman Jai Jaskaran Karan Manraj Nikhil Parth "
        "Ranveer Rohan Sahib Tejas Vikram Yuvraj",
        "Atwal Bains Bhogal Chahal Deol Desai Dhaliwal Dhillon Gill Grewal Joshi Kalsi Mehta Mistry "
        "Panesar Parekh Rai Sandhu Sehgal Solanki Thakkar Virdee",
    ),
    _heritage(
        26, "AOTH ASLT AIND", "asian", "Tamil", 0.55,
        "Abinaya Aksha Anjali Dhanya Divya Janani Kavitha Lakshana Meenakshi Nila Pavithra Priya Sahana "
        "Thulasi",
        "Akash Ashwin Dinesh Gokul Hari Karthik Kavin Niranjan Pranav Ravi Sanjay Suren Thilak Vihaan",
        "Arulanandam Balasingam Ganeshan Iyer Kandiah Krishnan Mahendran Nadarajah Pillai Rajan Ramanathan "
        "Selvaratnam Sivakumar Subramaniam Thevarajah Vasanthan",
    ),
    _heritage(
        36, "APKN", "asian", "Urdu", 0.45,
        "Aisha Aleena Amna Anum Ayesha Fatima Hafsa Hira Iqra Laiba Maryam Mehreen Rabia Saba Sana Zara "
        "Zoya",
        "Abdullah Ali Arham Bilal Danyal Faizan Hamza Haris Hashim Ibrahim Junaid Mustafa Rayyan Saad "
        "Taimur Umar Zain",
        "Akhtar Anwar Aslam Awan Bhatti Butt Chaudhry Dar Farooq Ghani Iqbal Javed Khan Khokhar Malik "
        "Mirza Mughal Qureshi Rafiq Raja Sheikh Siddiqui",
    ),
    _heritage(
        30, "ABAN", "asian", "Bengali", 0.55,
        "Afsana Anika Farhana Farzana Jannat Lamia Mahima Nabila Nusrat Raisa Rumana Sadia Samira Tahmina "
        "Tasnim",
        "Adnan Arif Farhan Imran Jubair Mahir Mahin Nabil Rafi Raihan Sakib Shafiq Tahmid Tanvir Zayan",
        "Ahmed Alam Ali Begum Bhuiyan Chowdhury Haque Hossain Islam Kabir Khanom Majumder Mia Miah Rahman "
        "Sarkar Talukder Uddin",
    ),
    _heritage(
        24, "AOTH ANEP", "asian", "Nepali", 0.6,
        "Aarati Alisha Asmita Binita Deepa Isha Kritika Manisha Pooja Prasansa Sabina Sarina Smriti Sneha",
        "Aayush Anish Bibek Bikash Dipesh Kiran Nischal Prabin Roshan Sagar Samir Sandesh Sujan Suraj",
        "Adhikari Basnet Chhetri Gurung Karki Khadka Lama Limbu Magar Pun Rai Rana Shrestha Tamang Thapa",
    ),
    _heritage(
        22, "CHNE CHKC", "asian", "Cantonese", 0.5,
        "Amy Chloe Claire Emily Hayley Jia Jing Joyce Kaylee Mei Phoebe Queenie Sum Tsz Wing Yan",
        "Anson Bosco Chun Ethan Hin Ho Jason Kai Lok Marcus Ming Ryan Shun Wai Yin Zach",
        "Au Chan Cheng Cheung Chow Fung Ho Kwok Lai Lam Lau Leung Mak Ng Poon Siu Tam Tse Wong Yip",
    ),
    _heritage(
        10, "OVIE OOTH", "asian", "Vietnamese", 0.5,
        "Anh Bao Chau Hanh Hien Lan Linh Mai Ngoc Phuong Thao Tien Trang Vy",
        "Bao Duc Dung Hai Hieu Huy Khang Khoi Long Minh Nam Phuc Quang Tuan",
        "Bui Dang Dinh Do Ho Hoang Huynh Le Ly Nguyen Pham Phan Tran Truong Vo",
    ),
    _heritage(
        34, "WOTH WEEU", "white", "Polish", 0.6,
        "Alicja Amelia Antonina Hanna Iga Julia Kinga Lena Maja Marcelina Nadia Natalia Oliwia Pola "
        "Wiktoria Zofia Zuzanna",
        "Adam Aleksander Antoni Bartosz Dawid Filip Franciszek Igor Jakub Jan Kacper Kamil Maciej Mikolaj "
        "Oskar Szymon Wojciech",
        "Adamczyk Baran Czajka Dudek Gajda Jaworski Kaczmarek Kania Kowalik Lewicki Maj Nowicki Pawlak "
        "Rogalski Sikora Sobczak Urban Wilk Wrona Zawadzki Zielinski",
    ),
    _heritage(
        38, "WOTH WEEU", "white", "Romanian", 0.65,
        "Adriana Alesia Andreea Antonia Bianca Carina Daria Denisa Elena Ilinca Ioana Larisa Maria Raluca "
        "Sofia Teodora",
        "Alexandru Andrei Bogdan Cristian Darius David Eduard Gabriel Horia Ionut Luca Matei Mihai Rares "
        "Stefan Vlad",
        "Albu Bucur Ciobanu Cojocaru Dumitru Florea Iancu Lungu Manea Marin Munteanu Neagu Oprea Popa Rusu "
        "Sandu Stan Tudor Ursu Voicu",
    ),
    _heritage(
        20, "WOTH WEEU", "white", "Lithuanian", 0.55,
        "Austeja Emilija Gabija Goda Ieva Kamile Liepa Migle Rugile Saule Ugne Viktorija",
        "Dominykas Dovydas Emilis Gustas Jokubas Karolis Lukas Mantas Matas Nojus Rokas Tomas",
        "Balciunas Butkus Gailius Jankauskas Kazlauskas Mazeika Navickas Petrauskas Rimkus Stankus Urbonas "
        "Zukas",
    ),
    _heritage(
        28, "WOTH WTUR", "white", "Turkish", 0.55,
        "Asya Azra Beren Ceren Defne Ecrin Ela Elif Esila Hira Lara Melis Nehir Selin Sena Zeynep",
        "Alp Arda Baran Berk Can Deniz Emir Eren Kaan Kerem Mert Onur Rüzgar Umut Yigit Yusuf",
        "Aksoy Arslan Aydin Bulut Cetin Demir Dogan Erdem Gunes Kaplan Kaya Koc Ozkan Polat Sahin Tekin "
        "Yalcin Yildiz",
    ),
    _heritage(
        20, "WOTH WALB WKOS", "white", "Albanian", 0.55,
        "Albina Anisa Arta Besiana Dea Drita Elira Era Fjolla Klea Lea Rina Sara Vesa",
        "Andi Ardit Arlind Besart Dion Drin Ermal Gent Ilir Klevis Leart Luan Noel Rron",
        "Basha Berisha Dervishi Gashi Hoxha Kelmendi Krasniqi Leka Marku Prifti Rama Shala Shehu Tahiri",
    ),
    _heritage(
        22, "OOTH OARA OIRQ OEGY", "other", "Arabic", 0.6,
        "Aya Dalia Farah Hala Jana Layan Leen Lina Malak Mariam Nour Rana Reem Salma Sarah Yasmin",
        "Adam Amir Anas Fares Hadi Hassan Jad Karim Khaled Laith Omar Rami Sami Tarek Yassin Ziad",
        "Abboud Aziz Darwish El-Amin Fakhoury Haddad Hamdan Ibrahim Jaber Khalil Mansour Nasser Qasim "
        "Saleh Shaheen Sultan Taleb Younes",
    ),
    _heritage(
        20, "OAFG OOTH OKRD", "other", "Dari", 0.65,
        "Arezo Asal Farzana Freshta Hosna Laila Marwa Mina Nargis Parwana Rukhsar Sahar Shabnam Zohra",
        "Ahmad Aria Elyas Farid Habib Haroon Idris Jawad Masood Mirwais Navid Omid Qais Samim",
        "Ahmadi Amiri Azimi Faizi Ghafari Hakimi Haidari Karimi Nazari Noori Popal Rahimi Safi Sharifi "
        "Stanekzai Wardak",
    ),
    _heritage(
        24, "WOTH WPOR OLAM", "white", "Portuguese", 0.55,
        "Ana Beatriz Carolina Clara Daniela Ines Joana Leonor Lara Luana Mafalda Mariana Rafaela Sofia",
        "Afonso Bruno Caio Davi Diogo Duarte Gabriel Gustavo Joao Martim Rafael Rodrigo Tiago Vasco",
        "Almeida Barros Cardoso Carvalho Correia Costa Esteves Fonseca Lopes Machado Matos Moreira "
        "Nogueira Pinto Ramos Rocha Teixeira Vieira",
    ),
    _heritage(
        14, "OLAM WOTH", "other", "Spanish", 0.55,
        "Alejandra Camila Catalina Isabella Lucia Mariana Paula Renata Salome Sara Valentina Ximena",
        "Alejandro Andres Emiliano Felipe Javier Joaquin Juan Mateo Nicolas Samuel Santiago Tomas",
        "Arango Bedoya Cardenas Duque Escobar Giraldo Henao Jaramillo Londono Mejia Ospina Quintero "
        "Restrepo Zapata",
    ),
    _heritage(
        8, "OFIL AOTA", "asian", "Tagalog", 0.3,
        "Alyssa Angel Bea Jasmine Kyla Maricel Mikaela Patricia Princess Trisha",
        "Angelo Carlo Christian Gabriel Jericho Joaquin Kurt Mark Miguel Paolo",
        "Aguilar Bautista Castillo Dizon Flores Garcia Magsaysay Mendoza Navarro Pangilinan Reyes Santos",
    ),
)  # fmt: skip

PREFERRED = {
    "Abdirahman": "Abdi", "Abimbola": "Bimbo", "Adaeze": "Ada", "Aleksander": "Alek", "Alexandru": "Alex",
    "Alejandro": "Alex", "Amarachi": "Amara", "Amelia": "Millie", "Antonina": "Tosia", "Bethany": "Beth",
    "Charlotte": "Lottie", "Chiamaka": "Amaka", "Chidinma": "Chidi", "Damilola": "Dami", "Daniel": "Dan",
    "Edward": "Teddy", "Eleanor": "Ellie", "Elliot": "Ell", "Emmanuel": "Manny", "Evelyn": "Evie",
    "Franciszek": "Franek", "Gabriel": "Gabe", "Georgia": "Georgie", "Harriet": "Hattie", "Harrison": "Harry",
    "Imogen": "Immy", "Isabel": "Izzy", "Jacob": "Jake", "Jakub": "Kuba", "Jessica": "Jess", "Joseph": "Joe",
    "Joshua": "Josh", "Kwabena": "Kobby", "Mariana": "Mari", "Matilda": "Tilly", "Matthew": "Matt",
    "Michael": "Mikey", "Mikolaj": "Miko", "Nathaniel": "Nate", "Olivia": "Liv", "Oliver": "Ollie",
    "Penelope": "Penny", "Samuel": "Sam", "Sebastian": "Seb", "Temitope": "Temi", "Thomas": "Tom",
    "William": "Will", "Wiktoria": "Wiki", "Zachary": "Zac", "Zuzanna": "Zuzia",
}  # fmt: skip
"""What some children are called instead of their legal first name."""

ADULT_WOMEN = _words(
    "Alison Angela Anna Bernice Catherine Chandra Clare Claudia Deborah Denise Diane Donna Elaine "
    "Fiona Gemma Gillian Helen Jacqueline Janice Joanne Judith Karen Kirsty Laura Leanne Lesley Linda "
    "Lorraine Maria Marie Michelle Natalie Nicola Paula Rachel Rebecca Sandra Sharon Shelley Simone "
    "Sonia Stacey Susan Tracey Vanessa"
)
ADULT_MEN = _words(
    "Adrian Alan Andrew Anthony Barry Brian Carl Chris Colin Craig Darren David Derek Gareth Gary "
    "Gavin Geoff Glen Graham Ian Jason Jeremy John Jonathan Keith Kevin Lee Mark Martin Neil Nigel "
    "Patrick Paul Peter Phil Richard Robert Roger Russell Sean Simon Stephen Stuart Terry Tim Trevor "
    "Wayne"
)
"""First names more often borne by a British parent's generation than by today's children."""
