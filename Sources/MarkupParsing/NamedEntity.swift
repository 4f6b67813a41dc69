internal import CLibXML2

/// The characters that HTML 4 names: `&alpha;`, `&nbsp;`.
public enum NamedEntity {
  /// The character of a name without `&` and `;`; names are case-sensitive.
  public static func scalar(for name: String) -> Unicode.Scalar? {
    name.withCString(encodedAs: UTF8.self) { htmlEntityLookup($0)?.pointee.value }.flatMap(Unicode.Scalar.init)
  }
}
