/// What an article says about itself. Every field is absent rather than guessed.
public struct Metadata: Sendable, Hashable, Codable {
  public var title: String?
  public var authors: [String]
  /// The day of publication as `YYYY-MM-DD`, or less where less is known (`YYYY-MM`, `YYYY`).
  public var published: String?
  /// A BCP 47 language tag, in lower case: `en`, `en-gb`.
  public var language: String?
  public var site: String?
  public var canonicalURL: String?
  public var description: String?
  public var keywords: [String]
  public var license: String?

  public init(
    title: String? = nil, authors: [String] = [], published: String? = nil, language: String? = nil,
    site: String? = nil, canonicalURL: String? = nil, description: String? = nil, keywords: [String] = [],
    license: String? = nil
  ) {
    self.title = title
    self.authors = authors
    self.published = published
    self.language = language
    self.site = site
    self.canonicalURL = canonicalURL
    self.description = description
    self.keywords = keywords
    self.license = license
  }
}
