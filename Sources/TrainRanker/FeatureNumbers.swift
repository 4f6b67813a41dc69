/// Numbers for the names of features, in order of first use.
struct FeatureNumbers {
  private(set) var names: [String] = []
  private var numbers: [String: Int32] = [:]

  subscript(name: String) -> Int32 {
    mutating get {
      if let known = numbers[name] { return known }
      let number = Int32(names.count)
      names.append(name)
      numbers[name] = number
      return number
    }
  }
}
