/// A word in its place after a command, such as the split to export.
struct Operand {
  let value: Value
  let about: String
  let isOptional: Bool
  let isRepeated: Bool

  init(_ value: Value, _ about: String, isOptional: Bool = false, isRepeated: Bool = false) {
    self.value = value
    self.about = about
    self.isOptional = isOptional
    self.isRepeated = isRepeated
  }

  /// `SPLIT`, `[NAME]`, `[ID ...]`
  var usage: String {
    let word = isRepeated ? "\(value.name) ..." : value.name
    return isOptional ? "[\(word)]" : word
  }
}
