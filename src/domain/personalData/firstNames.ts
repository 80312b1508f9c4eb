/**
 * The first names that most people in Sweden are called by, old and young, in lower case. After SCB's statistics of
 * names; not all, or the list would take what is no name with it.
 */

/** Names that are nothing else, so that they are known also in lower case and where a sentence begins. */
export const firstNames = [
  ...['abdi', 'abdullah', 'adam', 'agneta', 'ahmad', 'ahmed', 'aida', 'aina', 'albert', 'alexander'],
  ...['alexandra', 'alf', 'alfred', 'alice', 'allan', 'amanda', 'amina', 'amir', 'anders', 'andreas'],
  ...['anette', 'anita', 'anna', 'anneli', 'annette', 'annika', 'anton', 'antonio', 'arne', 'arvid'],
  ...['asta', 'astrid', 'barbro', 'beatrice', 'bengt', 'benjamin', 'berit', 'bernt', 'bertil', 'bibi'],
  ...['birger', 'birgit', 'birgitta', 'birgitte', 'bodil', 'boris', 'brita', 'britt', 'britta', 'börje'],
  ...['camilla', 'carin', 'carina', 'carl', 'carolina', 'caroline', 'catarina', 'cecilia', 'charlotta'],
  ...['charlotte', 'christer', 'christian', 'christina', 'claes', 'clara', 'conny', 'curt', 'dagmar'],
  ...['dagny', 'daniel', 'danuta', 'david', 'dennis', 'desirée', 'doris', 'ebba', 'edith', 'edvard'],
  ...['edvin', 'einar', 'elias', 'elin', 'elina', 'elisabet', 'elisabeth', 'ella', 'ellen', 'elsa'],
  ...['elsie', 'elvira', 'elvy', 'emelie', 'emil', 'emilia', 'emma', 'enar', 'eric', 'erik', 'erika'],
  ...['erland', 'erling', 'ernst', 'eskil', 'eva', 'evelina', 'evert', 'evy', 'fadumo', 'fatima', 'fatma'],
  ...['felicia', 'filip', 'folke', 'fredrik', 'fredrika', 'frida', 'gabriel', 'georg', 'gerd', 'gerda'],
  ...['gertrud', 'gisela', 'gudrun', 'gunborg', 'gunhild', 'gunilla', 'gunnar', 'gunnel', 'gunvor'],
  ...['gustaf', 'gustav', 'göran', 'gösta', 'göte', 'hanna', 'hannah', 'harald', 'harriet', 'harry'],
  ...['hasan', 'hassan', 'hedvig', 'helen', 'helena', 'helene', 'helga', 'helge', 'henrik', 'henry'],
  ...['herbert', 'hilda', 'hilma', 'hjalmar', 'hjördis', 'holger', 'hussein', 'håkan', 'ibrahim', 'ida'],
  ...['ingalill', 'inga-lill', 'ingeborg', 'ingegerd', 'ingegärd', 'ingela', 'ingemar', 'ingmar', 'ingrid'],
  ...['ingvar', 'ingvor', 'irene', 'irma', 'isabella', 'isak', 'ivar', 'jacob', 'jakob', 'janne'],
  ...['jasmina', 'jenny', 'jens', 'jerker', 'jesper', 'jessica', 'jimmy', 'joakim', 'joel', 'johan'],
  ...['johanna', 'johannes', 'john', 'johnny', 'jonas', 'jonathan', 'josef', 'josefin', 'julia', 'jörgen'],
  ...['kajsa', 'karin', 'karl', 'karolina', 'katarina', 'kennet', 'kenneth', 'kenny', 'kent', 'kerstin'],
  ...['khadija', 'kjell', 'klas', 'knut', 'konrad', 'krister', 'kristian', 'kristin', 'kristina'],
  ...['kristoffer', 'kurt', 'lars', 'lasse', 'leif', 'leila', 'lena', 'lennart', 'lilian', 'lillemor'],
  ...['linnea', 'linnéa', 'lisa', 'lisbet', 'lisbeth', 'lotta', 'louise', 'lovisa', 'ludvig', 'lukas'],
  ...['madeleine', 'magdalena', 'magnus', 'mahmoud', 'maja', 'maj-lis', 'malin', 'marcus', 'margaret'],
  ...['margareta', 'margaretha', 'margit', 'margot', 'maria', 'mariam', 'marianne', 'marie', 'marita'],
  ...['markus', 'martin', 'martina', 'mary', 'maryam', 'mathias', 'mathilda', 'matilda', 'mattias'],
  ...['mehmet', 'michael', 'mikael', 'mirjam', 'mohamed', 'mohammad', 'mohammed', 'monica', 'monika'],
  ...['muhammad', 'mustafa', 'märit', 'märta', 'natalie', 'niclas', 'niklas', 'nikolaj', 'nils', 'nina'],
  ...['noor', 'nora', 'ola', 'olga', 'olle', 'olof', 'olov', 'omar', 'oscar', 'oskar', 'osman', 'otto'],
  ...['ove', 'patricia', 'patrik', 'paul', 'paula', 'paulina', 'pernilla', 'peter', 'pether', 'petra'],
  ...['petter', 'pia', 'pär', 'ragnar', 'ragnhild', 'rebecca', 'rebecka', 'reidar', 'reza', 'rickard'],
  ...['rikard', 'robert', 'robin', 'roland', 'rolf', 'ronny', 'rune', 'rutger', 'ruth', 'sahra', 'samira'],
  ...['samuel', 'sandra', 'sara', 'sarah', 'sebastian', 'selma', 'sigbritt', 'sigfrid', 'signe', 'sigrid'],
  ...['sigurd', 'sigvard', 'simon', 'siv', 'sixten', 'sofia', 'sofie', 'solveig', 'sonja', 'staffan'],
  ...['stefan', 'stellan', 'stina', 'sture', 'sune', 'susanna', 'susanne', 'svante', 'svea', 'sven'],
  ...['sverker', 'sylvia', 'sölve', 'sören', 'teodor', 'teresa', 'terese', 'therese', 'thomas', 'thorsten'],
  ...['tobias', 'tomas', 'tommy', 'tony', 'tora', 'torbjörn', 'tord', 'tore', 'torgny', 'torsten', 'tuula'],
  ...['ulf', 'ulla', 'ulrik', 'ulrika', 'ursula', 'valborg', 'valter', 'vanja', 'vendela', 'verner'],
  ...['veronica', 'victor', 'victoria', 'viktor', 'viktoria', 'vilhelm', 'vilma', 'vivi', 'vivianne'],
  ...['wilhelm', 'william', 'yasmin', 'yngve', 'yusuf', 'yvonne', 'zahra', 'zara', 'åke', 'åsa', 'östen'],
] as const;

/** Names that also are words, or begin one: only with a capital letter, and not where a sentence begins. */
export const firstNamesAndWords = [
  ...['ali', 'alma', 'alva', 'ann', 'axel', 'ben', 'bill', 'björn', 'bo', 'dag', 'dan', 'edit', 'elis'],
  ...['emmy', 'ester', 'fanny', 'gry', 'gull', 'gun', 'hans', 'hugo', 'inger', 'ingvald', 'iris', 'jan'],
  ...['jasmin', 'kaj', 'karim', 'kim', 'klara', 'laila', 'leo', 'lina', 'linda', 'linn', 'liv', 'lova'],
  ...['love', 'maj', 'majken', 'mats', 'maud', 'max', 'mia', 'moa', 'mona', 'my', 'noah', 'per', 'pål'],
  ...['roger', 'rosa', 'rose', 'runa', 'rut', 'saga', 'sally', 'sanna', 'siri', 'stella', 'sten', 'stig'],
  ...['tage', 'tim', 'tom', 'tove', 'ture', 'tuva', 'tyra', 'urban', 'vera', 'viola', 'vivan'],
] as const;
