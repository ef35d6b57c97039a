import { place } from './place.ts';

export const americas = [
  place({
    country: 'US',
    weight: 16,
    rateFactor: 1.75,
    languages: 'en es',
    newcomers: 0.38,
    skin: [0, 8],
    hair: 'mixed',
    cities:
      'Austin@America/Chicago, Denver@America/Denver, Portland@America/Los_Angeles, Chicago@America/Chicago, Brooklyn@America/New_York, Atlanta@America/New_York, Seattle@America/Los_Angeles, Raleigh@America/New_York, Minneapolis@America/Chicago, Phoenix@America/Phoenix, San Diego@America/Los_Angeles, Philadelphia@America/New_York',
    women:
      'Amber Brooke Camila Danielle Erin Faith Gabrielle Hailey Jasmine Kayla Lauren Madison Naomi Paige Quinn Rachel Savannah Taylor Vanessa Whitney Aaliyah Brianna Imani Keisha Monique Tiffany Autumn Caroline Delaney Sierra',
    men: 'Aaron Brandon Caleb Derek Elijah Garrett Hunter Isaac Jordan Kyle Logan Marcus Nathan Parker Quincy Ryan Spencer Trevor Wesley Xavier Andre Darnell Jamal Malik Terrence Tyrone Cody Grant Preston Reid',
    families:
      'Anderson Bradford Coleman Donovan Ellison Franklin Grayson Hayes Jefferson Kendrick Lawson Mitchell Norwood Patterson Randolph Sawyer Thornton Vaughn Whitaker Abernathy Blackwell Chandler Dawson Everett Foster Goodwin Hampton Jennings Larkin Maddox Nichols Pruitt Rollins Shepherd Talbot Washington',
  }),
  place({
    country: 'CA',
    weight: 4,
    rateFactor: 1.45,
    languages: 'en fr',
    newcomers: 0.38,
    skin: [0, 4],
    hair: 'mixed',
    cities:
      'Toronto@America/Toronto, Vancouver@America/Vancouver, Montréal@America/Toronto, Calgary@America/Edmonton, Halifax@America/Halifax, Winnipeg@America/Winnipeg',
    women:
      'Alanna Bridget Chantal Dominique Emma Geneviève Heather Jocelyn Kaitlyn Leanne Mackenzie Nicole Olivia Renée Shauna Tara Véronique Audrey Colleen Fiona',
    men: 'Alexandre Brett Connor Dylan Eric Gavin Ian Jérôme Keith Liam Marc Noah Olivier Patrick Ross Scott Travis Wyatt Bryce Mathieu',
    families:
      'Bouchard Campbell Desjardins Fraser Gagnon Henderson Lavoie MacDonald Nadeau Pelletier Robertson Simard Tremblay Wallace Bergeron Cameron Drummond Fournier Gauthier Hutchison Lapointe MacKinnon Ouellet Poirier Ramsay Sutherland Thibault Walsh',
  }),
  place({
    country: 'BR',
    weight: 6,
    rateFactor: 0.75,
    languages: 'pt',
    newcomers: 0.08,
    skin: [1, 8],
    hair: 'dark',
    cities:
      'São Paulo@America/Sao_Paulo, Rio de Janeiro@America/Sao_Paulo, Belo Horizonte@America/Sao_Paulo, Curitiba@America/Sao_Paulo, Recife@America/Recife, Florianópolis@America/Sao_Paulo, Manaus@America/Manaus',
    women:
      'Adriana Bruna Carla Débora Eduarda Fernanda Giovanna Heloísa Isadora Juliana Larissa Mariana Natália Priscila Rafaela Sabrina Thais Vitória Yasmin Aline Bianca Camila Letícia Luana',
    men: 'André Bruno Caio Danilo Eduardo Felipe Guilherme Heitor Igor Júlio Leandro Marcelo Otávio Paulo Rafael Samuel Thiago Vinícius Wagner Antônio Breno Davi Lucas Murilo',
    families:
      'Araújo Batista Cardoso Duarte Evangelista Freitas Gonçalves Lacerda Machado Nascimento Oliveira Peixoto Queiroz Rezende Sampaio Tavares Vasconcelos Xavier Zanella Amaral Bezerra Camargo Drummond Fagundes Goulart Lustosa Moraes Novaes Prates Ramalho Siqueira Toledo Uchoa Viana Bittencourt Coutinho',
  }),
  place({
    country: 'MX',
    weight: 4,
    rateFactor: 0.75,
    languages: 'es',
    twoFamilyNames: true,
    skin: [2, 5],
    hair: 'dark',
    cities:
      'Mexico City@America/Mexico_City, Guadalajara@America/Mexico_City, Monterrey@America/Monterrey, Puebla@America/Mexico_City, Mérida@America/Merida, Tijuana@America/Tijuana',
    women:
      'Abril Brenda Citlali Dulce Estefanía Fernanda Guadalupe Itzel Jazmín Karla Leticia Maribel Nayeli Paola Regina Selene Valeria Xóchitl Yolanda Montserrat',
    men: 'Alejandro Benjamín César Daniel Edgar Fernando Gerardo Héctor Ismael Joaquín Leonardo Mauricio Noé Ramiro Saúl Uriel Vicente Yahir Emiliano Ulises',
    families:
      'Ávila Barrera Cervantes Durán Espinoza Figueroa Guerrero Hernández Juárez Luna Mendoza Núñez Orozco Ponce Quintero Robles Salazar Trejo Vargas Zepeda Alcántara Becerra Cisneros Escobedo Galindo Ibarra Macías Nava',
  }),
  place({
    country: 'AR',
    weight: 4,
    rateFactor: 0.75,
    languages: 'es',
    skin: [0, 3],
    hair: 'mixed',
    cities:
      'Buenos Aires@America/Argentina/Buenos_Aires, Córdoba@America/Argentina/Cordoba, Rosario@America/Argentina/Cordoba, Mendoza@America/Argentina/Mendoza, La Plata@America/Argentina/Buenos_Aires',
    women:
      'Agustina Belén Candelaria Delfina Eugenia Florencia Guillermina Julieta Luciana Micaela Nadia Pilar Rosario Sol Trinidad Victoria Antonella Camila Malena Milagros',
    men: 'Agustín Bautista Cristóbal Ezequiel Facundo Gastón Ignacio Juan_Cruz Lautaro Matías Nahuel Patricio Ramiro Santino Thiago Valentín Federico Joaquín Leandro Mariano',
    families:
      'Acosta Bianchi Castagnino Di_Pietro Etcheverry Ferreyra Giménez Iturralde Lanari Maidana Núñez Olivieri Paz Quiroga Rossi Sosa Toledo Urquiza Villalba Zabala Aráoz Bustamante Coria Domenech Fontana Gallardo Ledesma Moyano',
  }),
  place({
    country: 'CO',
    weight: 3,
    rateFactor: 0.65,
    languages: 'es',
    twoFamilyNames: true,
    skin: [1, 6],
    hair: 'dark',
    cities:
      'Bogotá@America/Bogota, Medellín@America/Bogota, Cali@America/Bogota, Barranquilla@America/Bogota, Bucaramanga@America/Bogota',
    women:
      'Angélica Catalina Diana Estefany Gloria Isabel Johana Laura Manuela Natalia Paula Sara Tatiana Viviana Yuliana Alejandra Carolina Juliana Mónica Salomé',
    men: 'Andrés Camilo David Esteban Fabián Germán Hernán Iván Jhon Kevin Luis Mateo Nelson Óscar Sebastián Wilmer Yeison Alejandro Cristian Juan_Pablo',
    families:
      'Arango Betancur Cárdenas Duque Echeverri Franco Gaviria Hoyos Jaramillo Londoño Mejía Naranjo Ospina Pineda Quiceno Restrepo Sierra Uribe Velásquez Zapata Agudelo Botero Castaño Giraldo Henao Montoya Rendón Valencia',
  }),
];
