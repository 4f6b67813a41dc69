internal import Documents

extension Draft {
  var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }
}

extension Drafts {
  /// Without the drafts that are not kept; what pointed at one of them points nowhere.
  func keeping(_ isKept: [Bool]) -> Drafts {
    var places: [Int?] = []
    var count = 0
    for kept in isKept {
      places.append(kept ? count : nil)
      count += kept ? 1 : 0
    }
    var result = Drafts(scratch: scratch, items: [])
    for (index, draft) in items.enumerated() where isKept[index] {
      var draft = draft
      draft.parentItem = draft.parentItem.flatMap { places[$0] }
      draft.continues = draft.continues.flatMap { places[$0] }
      if case .tableCell(var cell) = draft.kind {
        cell.columnHeaders = cell.columnHeaders.compactMap { places[$0] }
        cell.rowHeaders = cell.rowHeaders.compactMap { places[$0] }
        draft.kind = .tableCell(cell)
      }
      result.items.append(draft)
    }
    return result
  }
}
