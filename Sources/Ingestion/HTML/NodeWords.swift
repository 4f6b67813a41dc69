internal import MarkupParsing

/// What the words of an element's class, id and role say about it.
///
/// Names such as `post-content`, `relatedPosts` and `comment_list` are taken apart into words and each word is looked
/// up; no name of any one site is in the table.
struct NodeWords: OptionSet, Hashable {
  let rawValue: UInt32

  static let comment = NodeWords(rawValue: 1 << 0)
  static let share = NodeWords(rawValue: 1 << 1)
  static let related = NodeWords(rawValue: 1 << 2)
  static let navigation = NodeWords(rawValue: 1 << 3)
  static let advert = NodeWords(rawValue: 1 << 4)
  static let byline = NodeWords(rawValue: 1 << 5)
  static let date = NodeWords(rawValue: 1 << 6)
  static let caption = NodeWords(rawValue: 1 << 7)
  static let subscription = NodeWords(rawValue: 1 << 8)
  static let footer = NodeWords(rawValue: 1 << 9)
  static let header = NodeWords(rawValue: 1 << 10)
  static let sidebar = NodeWords(rawValue: 1 << 11)
  static let hidden = NodeWords(rawValue: 1 << 12)
  static let tags = NodeWords(rawValue: 1 << 13)
  static let overlay = NodeWords(rawValue: 1 << 14)
  static let meta = NodeWords(rawValue: 1 << 15)
  static let content = NodeWords(rawValue: 1 << 16)
  static let article = NodeWords(rawValue: 1 << 17)
  static let body = NodeWords(rawValue: 1 << 18)
  static let title = NodeWords(rawValue: 1 << 19)
  static let gallery = NodeWords(rawValue: 1 << 20)
  static let list = NodeWords(rawValue: 1 << 21)
  static let widget = NodeWords(rawValue: 1 << 22)
  static let biography = NodeWords(rawValue: 1 << 23)
  static let faq = NodeWords(rawValue: 1 << 24)
  static let references = NodeWords(rawValue: 1 << 25)
  static let footnote = NodeWords(rawValue: 1 << 26)
  static let standfirst = NodeWords(rawValue: 1 << 27)
  static let tools = NodeWords(rawValue: 1 << 28)
  static let toc = NodeWords(rawValue: 1 << 29)
  static let teaser = NodeWords(rawValue: 1 << 30)
  static let quote = NodeWords(rawValue: 1 << 31)

  private static let groups: [(NodeWords, String)] = [
    (
      .comment,
      "comment comments commentlist disqus respond reply replies commentform discussion kommentare kommentar "
        + "comentarios commentaires reactions fbcomments commenting livefyre reviews commentlinks commentsection commentarea commentbox "
        + "commentblock commentthread commentcontent commenttext commentbody"
    ),
    (
      .share,
      "share sharing shares shared sharebar sharethis addthis social socials addtoany sharedaddy sociable facebook "
        + "twitter whatsapp pinterest follow teilen bookmark bookmarks"
    ),
    (
      .related,
      "related recommended recommendation recommendations recirc recirculation suggested similar outbrain taboola "
        + "popular trending mostread mostpopular teasers recent latest linked zergnet aehnlich verwandte weitere yarpp "
        + "relatedposts morefrom upnext interstitial"
    ),
    (
      .navigation,
      "nav navi navbar navigation menu submenu breadcrumb breadcrumbs pagination pager paging skip sitemap "
        + "prevnext topnav subnav menubar pagenav jump navlinks pagenavi postnav prev"
    ),
    (
      .advert,
      "ad ads adv advert advertisement advertising adsense adbox adslot adsbygoogle adunit sponsor sponsored promo "
        + "promos promotion promoted dfp anzeige werbung banner banners affiliate commercial disclosure disclaimer"
    ),
    (.byline, "byline author authors authored contributor contributors reporter writer posted autor dateline byauthor"),
    (.date, "date datetime published pubdate timestamp time updated dates datum"),
    (
      .caption,
      "caption captions credit credits figcaption copyright photographer imagecaption imagedescription imgcaption bildunterschrift"
    ),
    (
      .subscription,
      "newsletter subscribe subscription signup optin paywall mailchimp register registration donate donation "
        + "login signin"
    ),
    (.footer, "footer colophon"),
    (.header, "header masthead topbar head"),
    (.sidebar, "sidebar aside rail sidebars complementary rightcol rightcolumn widgetarea textwidget"),
    (.hidden, "offscreen visuallyhidden nodisplay"),
    (.tags, "tag tags tagged tagcloud keywords categories category topics labels schlagworte"),
    (.overlay, "cookie cookies gdpr consent modal popup overlay lightbox toast tooltip dialog alert"),
    (.meta, "meta metadata postmeta postmetadata entrymeta postinfo"),
    (.content, "content contents speakable text main maincontent richtext prose copy"),
    (.article, "article story news artikel beitrag"),
    (.body, "body articlebody storybody articletext entrycontent postcontent postbody bodytext bodycopy"),
    (.title, "title headline heading"),
    (.gallery, "gallery slideshow carousel slider video player media embed"),
    (.list, "list listing archive"),
    (.widget, "widget widgets"),
    (.biography, "bio biography about aboutauthor authorbox authorinfo"),
    (.faq, "faq faqs"),
    (.references, "references citations bibliography reflist citation"),
    (.footnote, "footnote footnotes endnote endnotes"),
    (
      .standfirst,
      "dek deck subhead subheading subheadline sub subtitle standfirst blurb summary highlights kicker des strapline"
    ),
    (
      .tools,
      "tools toolbar toolbox print printfriendly email actions buttons button rating ratings vote votes views "
        + "counter likes like feedback stats"
    ),
    (.toc, "toc tableofcontents"),
    (.teaser, "teaser tile"),
    (.quote, "quote pullquote blockquote"),
  ]

  private static let wordsByHash = WordTable(groups.map { ($0.0, $0.1.split(separator: " ")) })

  /// Reads the attributes of an element. O(length of their values).
  init(of node: Int, in tree: MarkupTree) {
    var words: NodeWords = []
    for attribute in [Attribute.class, .id, .role] {
      guard let range = tree.valueRange(of: attribute, at: node) else { continue }
      tree.bytes.withUnsafeBufferPointer { bytes in
        var start = range.lowerBound
        for index in range where bytes[index] <= 0x20 {
          if start < index { words.formUnion(Self.words(ofName: bytes[start..<index])) }
          start = index + 1
        }
        if start < range.upperBound { words.formUnion(Self.words(ofName: bytes[start..<range.upperBound])) }
      }
    }
    self = words
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Prefixes after which a name speaks of something else than the element: `category-social`, `has-sidebar`.
  private static let qualifiers: Set<UInt64> = Set(
    ["elementor", "category", "tag", "has", "no", "with", "without", "js", "is", "format", "type", "hentry"].map {
      WordHash($0[...]).value
    })

  private static func words(ofName name: Slice<UnsafeBufferPointer<UInt8>>) -> NodeWords {
    let table = wordsByHash
    var words: NodeWords = []
    var hash = WordHash()
    var isFirst = true
    var isPiece = false
    var previousIsLower = false
    /// Looks the finished word up; false when what follows speaks of something else.
    func finish(isLast: Bool = false) -> Bool {
      defer { hash = WordHash() }
      guard hash.length > 0 else { return true }
      if isFirst, !isLast, qualifiers.contains(hash.value) { return false }
      isFirst = false
      // Short pieces between capitals are mostly those of generated names.
      if let found = table[hash.value], !isPiece || hash.length > 3 { words.formUnion(found) }
      return true
    }
    for byte in name {
      let lower = byte | 0x20
      guard lower >= 0x61, lower <= 0x7A else {
        guard finish() else { return words }
        isPiece = false
        previousIsLower = false
        continue
      }
      let isUpper = byte < 0x61
      if isUpper, previousIsLower {
        isPiece = true
        guard finish() else { return words }
      }
      hash.add(lower)
      previousIsLower = !isUpper
    }
    _ = finish(isLast: true)
    return words
  }
}

/// FNV-1a over 64 bits.
struct WordHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
  private(set) var length = 0

  init() {}

  init(_ word: Substring) {
    for byte in word.utf8 { add(byte) }
  }

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    length += 1
  }
}

/// A map from hashes of words to what the words say, by open addressing: each name of each element asks it.
struct WordTable {
  private var hashes: [UInt64]
  private var values: [NodeWords]

  init(_ groups: [(NodeWords, [Substring])]) {
    let capacity = 1 << (Int.bitWidth - groups.reduce(1) { $0 + $1.1.count * 2 }.leadingZeroBitCount)
    hashes = Array(repeating: 0, count: capacity)
    values = Array(repeating: [], count: capacity)
    for (words, names) in groups {
      for name in names {
        let slot = slot(of: WordHash(name).value)
        hashes[slot] = WordHash(name).value
        values[slot].formUnion(words)
      }
    }
  }

  subscript(hash: UInt64) -> NodeWords? {
    let slot = slot(of: hash)
    return hashes[slot] == hash ? values[slot] : nil
  }

  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (hashes.count - 1)
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (hashes.count - 1) }
    return slot
  }
}
