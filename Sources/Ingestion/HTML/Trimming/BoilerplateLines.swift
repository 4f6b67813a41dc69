/// Lines that pages put into and around articles, by how they begin or what they are, in the web's larger languages.
///
/// All comparison is on folded lower-case text.
enum BoilerplateLines {
  /// Beginnings of lines that send the reader elsewhere.
  static let pointers = PhraseSet([
    "related:", "related article", "related post", "related stor", "related content", "related coverage", "read more",
    "read also", "read next",
    "read:", "also read", "read the full", "more:", "more on ", "more from ", "more about ", "see also:", "see also ",
    "also see", "see more",
    "don't miss", "don’t miss", "watch:", "watch now", "watch the video", "listen:", "click here", "recommended:",
    "recommended read",
    "you may also", "you might also", "join the ", "get the latest", "sign up", "subscribe", "download the",
    "find out more",
    "learn more", "continue reading", "keep reading", "view more", "view gallery", "see full gallery", "view comments",
    "explore further", "next:", "previous:",
    "lesen sie auch", "lesen sie hier", "lesen sie dazu", "lesen sie mehr", "mehr zum thema", "mehr dazu", "mehr:",
    "lies auch",
    "auch interessant", "das könnte", "passend dazu", "weiterlesen", "siehe auch", "zum thema", "weitere artikel",
    "weitere beiträge", "ähnliche artikel",
    "ähnliche beiträge", "verwandte", "lire aussi", "à lire", "a lire", "lire la suite", "voir aussi",
    "sur le même sujet",
    "leia também", "leia mais", "veja também", "saiba mais", "você pode gostar", "lee también", "leer más",
    "ver también", "te puede interesar",
    "lea también", "lea además", "puede leer", "le puede interesar", "puedes ver", "mira también", "mirá también",
    "notas relacionadas", "noticias relacionadas", "neueste artikel", "meistgelesene", "meistdiskutierte",
    "schon gelesen",
    "videos zum thema", "bilder zum thema", "mehr von ", "unterstütze ", "unterstützen sie", "síguenos", "siguenos",
    "suscríbete", "únete", "hazte ",
    "leggi anche", "lees ook", "czytaj także", "czytaj też", "czytaj więcej", "zobacz też", "zobacz także",
    "читайте также", "смотрите также",
  ])

  /// Beginnings of lines that close an article without belonging to it.
  static let closers = PhraseSet([
    "share this", "share it", "share with", "atenção", "want to see more", "to see more", "share on", "share:",
    "sharing is caring", "follow us", "follow me", "follow him", "follow her", "follow @",
    "like us", "like this", "like loading", "tweet this", "click to share", "click to tweet", "filed under", "filed in",
    "posted in", "posted by", "posted on",
    "posted at", "tagged", "tags:", "tags ", "tag:", "categories:", "category:", "categorized", "topics:", "labels:",
    "copyright", "©", "(c) ",
    "all rights reserved", "print this", "email this", "comment on", "add a comment",
    "post a comment",
    "write a comment", "no comments", "0 comments", "join the conversation", "view comments", "show comments",
    "have a tip", "have something to say", "got a tip", "send us",
    "contact us", "contact the author", "about the author", "about author", "reporting by", "editing by",
    "additional reporting", "our standards",
    "this article was originally", "this article originally", "this story was originally", "this story originally",
    "this post was originally", "this post originally",
    "originally published", "first published", "last updated", "last modified", "republished", "photo:", "photos:",
    "photo credit", "photo by", "photos by", "image credit", "image:", "image via", "images via", "featured image",
    "picture:", "advertisement", "sponsored", "find us", "buy us", "enjoyed this", "help us", "did you like",
    "was this", "rate this",
    "back to top", "scroll back", "go to top", "top of page", "next article", "previous article", "next post",
    "previous post",
    "teilen", "artikel teilen", "beitrag teilen", "drucken", "kommentare", "kommentar ", "schreibe einen kommentar",
    "schlagwörter", "schlagworte", "stichwörter", "kategorie:",
    "kategorien:", "themen:", "foto:", "fotos:", "titelbild", "beitragsbild", "image illustrative", "crédits photo",
    "bild:", "bilder:", "bildquelle", "quelle: ", "bildnachweis",
    "veröffentlicht ", "autor:", "über den autor", "über die autorin",
    "weitere infos", "bei fragen", "aktualisiert am", "zur startseite", "zurück", "nach oben", "folgen sie uns",
    "folge uns", "newsletter", "dieser artikel erschien",
    "dieser beitrag erschien", "dieser beitrag wurde", "dieser eintrag wurde", "gefällt mir",
    "partager", "partagez", "suivez", "commentaires", "laisser un commentaire", "mots-clés", "photo :", "crédit",
    "compartilh", "comentários", "deixe um comentário", "siga ", "compart", "comentarios", "deja un comentario",
    "síguenos", "etiquetas",
    "condividi", "commenti", "lascia un commento", "udostępnij", "komentarze", "tagi:", "поделиться", "комментарии",
    "теги:",
    "bookmark the", "permalink", "this entry was posted", "this entry was", "trackback", "please follow",
    "click here", "to view this", "you must be logged", "correction:", "author:", "written by",
    "by the author",
  ])

  /// Beginnings of such lines that may as well open a sentence of the article: "Follow a diet that ...".
  static let everydayClosers = PhraseSet([
    "comments", "leave a", "follow ", "get more", "see more", "show more", "load more", "expand", "related", "loading",
    "donate", "advertise", "source: ", "visit our", "support our", "support us",
  ])

  /// Words by which a site speaks of itself or to its reader about itself.
  static let siteMarks = PhraseSet([
    " us ", " us.", " us!", " our ", "@", "this article", "this post", "this story", "facebook", "twitter", "instagram",
    "whatsapp", "youtube", "telegram", "newsletter", "updates", "stories", " comment",
  ])

  /// Headings and short lines after which only other things follow.
  private static let sectionEnds = PhraseSet([
    "you may also like", "you might also like", "you may also", "you might also", "more from",
    "more in ", "more stories", "more news", "more articles", "more on this",
    "leave a reply", "leave a comment", "add a comment", "post a comment", "join the discussion", "about the author",
    "about author", "read next", "up next", "most popular", "most read",
    "popular posts", "popular articles", "latest news", "latest articles", "latest posts", "recent posts",
    "similar articles", "similar posts", "keep reading", "what to read next", "want more stories", "editor's picks",
    "editors' picks", "don't miss", "weitere artikel", "weitere beiträge", "weitere themen", "mehr zum thema",
    "mehr artikel", "das könnte",
    "auch interessant", "schreibe einen kommentar", "kommentar schreiben", "kommentar verfassen",
    "neueste beiträge", "neueste artikel", "meistgelesene", "meistdiskutierte", "notas relacionadas",
    "noticias relacionadas", "le puede interesar", "über den autor", "über die autorin", "meistgelesen",
    "passende artikel", "hinterlasse",
    "sur le même sujet", "articles similaires", "à lire aussi", "a lire aussi", "laisser un commentaire",
    "vos commentaires", "veja também", "leia também", "artigos relacionados", "posts relacionados",
    "comentários", "deixe um comentário", "deixe uma resposta", "mais lidas",
    "artículos relacionados", "te puede interesar", "también te puede", "comentarios", "deja un comentario",
    "deja una respuesta", "articoli correlati", "potrebbe interessarti", "lascia un commento", "commenti",
    "zobacz także", "komentarze", "dodaj komentarz", "комментарии", "отзывы", "добавить отзыв",
    "gerelateerd", "reacties",
  ])

  /// Words that are such a heading by themselves, or with the name of what a site offers: "Recommended", "Related posts",
  /// but not "Recommended amounts".
  private static let sectionEndWords = PhraseSet([
    "related", "recommended", "comments", "comment", "trending", "ähnliche", "verwandte", "kommentare", "commentaires",
    "podobne", "похожие", "relacionados", "relacionadas",
  ])

  private static let siteOffers = PhraseSet([
    "article", "post", "stor", "content", "coverage", "news", "link", "topic", "read", "video", "product", "page",
    "item",
    "recipe", "resource", "search", "guide", "book", "event", "course", "tag", "blog", "now", "for you", "by ", "from ",
    "on ", "(", "artikel", "beitr", "themen", "seiten", "produkte", "meldungen", "rezepte", "artyku", "wpisy",
  ])

  /// Whether a heading or short line says that only other things follow.
  static func endsArticle(_ line: Line) -> Bool {
    if sectionEnds.begin(line) { return true }
    guard sectionEndWords.begin(line) else { return false }
    let rest = line.bytes.drop { $0 != 0x20 }.drop { $0 == 0x20 }
    return !rest.contains { $0 >= 0x61 } || siteOffers.begin(Line(rest))
  }

  /// Whether a line over a list of links may say that they lead to other articles.
  static func pointsAway(_ line: Line) -> Bool { sectionEnds.begin(line) || sectionEndWords.begin(line) }

  /// Whole lines that are machinery.
  private static let scraps = PhraseSet([
    "advertisement", "advert", "ad", "ads", "anzeige", "werbung", "publicité", "publicidade", "publicidad",
    "pubblicità", "reklama", "реклама", "sponsored", "close", "share", "tweet",
    "print", "email", "comment", "comments", "caption close", "caption", "next", "prev", "previous", "loading",
    "loading...", "click to tweet",
    "facebook", "twitter", "whatsapp", "pinterest", "linkedin", "google+", "instagram",
    "story continues below advertisement", "story continues below",
    "article continues after advertisement", "continue reading the main story", "more", "menu", "top", "back to top",
    "home", "pin it", "save", "like", "reply", "replay", "play",
    "see full gallery", "view gallery", "photo", "photos", "video", "videos", "image", "gallery", "read more",
    "weiterlesen", "mehr", "teilen", "drucken", "advertisement - continue reading below",
    "related articles", "related posts", "share this article", "share this:", "share this", "like this:", "newsletter",
    "subscribe", "skip to content", "skip to main content", "table of contents", "show comments",
    "skip navigation", "skip to navigation", "main menu", "search", "share this post", "print this page", "sign up",
    "log in", "login", "continue reading", "leave a comment", "leave a reply", "accept cookies", "accept all cookies",
    "cookie settings", "on this page",
  ])

  /// Words of lines that stand under a headline.
  static let headMarks = PhraseSet([
    "min read", "minute read", "minutes to read", "minute(s)", "reading time", "read time", "lesezeit", "min.",
    "tempo de leitura", "temps de lecture", "updated", "published", "posted", "by ",
    "von ", "par ", "por ", "uhr", "share", "comment", "views", "print", "aktualisiert", "veröffentlicht", "publié",
    "publicado", "am ", "pm ", "listen", "photo", "last modified",
  ])

  /// Beginnings of lines that say who wrote an article and when.
  static let datelines = PhraseSet(["by ", "von ", "published", "posted", "updated", "last updated"])

  /// Marks of lines that say who made a picture.
  static let credits = PhraseSet([
    "photo", "foto", "©", "credit", "crédit", "courtesy", "getty", "reuters", "image", "picture", "bild",
    "shutterstock",
    "/", "(ap)", "illustration", "graphic", "source:", "quelle:", "via ",
  ])

  /// Marks between what a picture shows and who made it.
  private static let creditMarks = PhraseSet([
    "© ", "foto: ", "fotos: ", "photo: ", "photos: ", "photo by ", "photograph: ", "bild: ", "(photo", "(foto",
    "quelle: ",
    "picture: ", "image: ", "crédit photo",
  ])

  /// Whether a line is a caption that ends in a credit.
  static func endsInCredit(_ line: Line) -> Bool {
    line.count < 250 && creditMarks.isIn(Line(line.bytes.suffix(50)))
  }

  /// What follows an author's name in a line about the author.
  static let authorVerbs = PhraseSet([
    " is ", " was ", " has ", " writes ", " covers ", " works ", " ist ", " arbeitet ", " schreibt ", " est ", " es ",
    " (", ", ",
  ])

  /// Where sites want to be followed, and how they ask for it.
  static let networks = PhraseSet([
    " twitter", " facebook", " instagram", " telegram", " whatsapp", "@", "newsletter", " inbox", " apps for ",
  ])
  static let invitations = PhraseSet([
    "follow", "email", "contact", "reach", "e-mail", "like us", "subscri", "sign up", "signing up", "delivered",
    "download",
    "síguenos", "siguenos", "únete", "folge", "abonnier", "schauen sie", "suivez", "siga ",
  ])

  /// Words by which a site speaks of itself.
  static let ownWords = PhraseSet([" us ", " our ", " unser", " nuestr", " notre ", " nos ", " nosso", " nossa"])

  /// Whether a line is machinery, or holds no letter at all.
  static func isScrap(_ line: Line) -> Bool {
    guard line.count <= 60 else { return false }
    return isMachinery(line) || !line.hasLetter && line.count < 25 && !line.begins(with: "___")
  }

  /// Whether a whole line is what a page's frame says, in web pages and in text that was copied from them.
  static func isMachinery(_ line: Line) -> Bool { scraps.equal(line) }
}
