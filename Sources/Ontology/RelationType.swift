/// A kind of statement, named as in the schema file: `enhancesAbsorptionOf`, `foundIn`.
public struct RelationType: RawRepresentable, Sendable, Hashable, Codable, Comparable {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  public static let enhancesAbsorptionOf = Self(rawValue: "enhancesAbsorptionOf")
  public static let inhibitsAbsorptionOf = Self(rawValue: "inhibitsAbsorptionOf")
  public static let deficiencyCauses = Self(rawValue: "deficiencyCauses")
  public static let excessCauses = Self(rawValue: "excessCauses")
  public static let convertsTo = Self(rawValue: "convertsTo")
  public static let activates = Self(rawValue: "activates")
  public static let inhibits = Self(rawValue: "inhibits")
  public static let produces = Self(rawValue: "produces")
  public static let storedIn = Self(rawValue: "storedIn")
  public static let partOf = Self(rawValue: "partOf")
  public static let foundIn = Self(rawValue: "foundIn")
  public static let reducesRiskOf = Self(rawValue: "reducesRiskOf")
  public static let increasesRiskOf = Self(rawValue: "increasesRiskOf")
  public static let causes = Self(rawValue: "causes")
  public static let treats = Self(rawValue: "treats")
  public static let increases = Self(rawValue: "increases")
  public static let decreases = Self(rawValue: "decreases")
  public static let regulates = Self(rawValue: "regulates")
  public static let requiredFor = Self(rawValue: "requiredFor")
  public static let supports = Self(rawValue: "supports")
  public static let synergizesWith = Self(rawValue: "synergizesWith")
  public static let interactsWith = Self(rawValue: "interactsWith")
  public static let recommendedFor = Self(rawValue: "recommendedFor")
  public static let isA = Self(rawValue: "isA")
}
