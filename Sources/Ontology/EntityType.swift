/// A kind of thing in the graph, named as in the schema file: `Nutrient`, `Food`, `Disorder`.
///
/// Names of at most 15 bytes are stored inline by Swift's String, so that copies and comparisons cost nothing.
public struct EntityType: RawRepresentable, Sendable, Hashable, Codable, Comparable {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  public static let nutrient = Self(rawValue: "Nutrient")
  public static let compound = Self(rawValue: "Compound")
  public static let supplement = Self(rawValue: "Supplement")
  public static let medication = Self(rawValue: "Medication")
  public static let food = Self(rawValue: "Food")
  public static let protein = Self(rawValue: "Protein")
  public static let anatomy = Self(rawValue: "Anatomy")
  public static let physiology = Self(rawValue: "Physiology")
  public static let disorder = Self(rawValue: "Disorder")
  public static let activity = Self(rawValue: "Activity")
  public static let population = Self(rawValue: "Population")
  public static let organism = Self(rawValue: "Organism")
}
