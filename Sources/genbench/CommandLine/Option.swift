/// A word that begins with two hyphens, alone or with a value after it.
struct Option {
  /// Without its hyphens.
  let name: String
  /// Nil for a flag.
  let value: Value?
  let about: String
  let isRequired: Bool
  /// Whether it may be given more than once.
  let isRepeated: Bool

  init(_ name: String, _ value: Value, _ about: String, isRequired: Bool = false, isRepeated: Bool = false) {
    self.name = name
    self.value = value
    self.about = about
    self.isRequired = isRequired
    self.isRepeated = isRepeated
  }

  private init(flag name: String, _ about: String) {
    self.name = name
    value = nil
    self.about = about
    isRequired = false
    isRepeated = false
  }

  static func flag(_ name: String, _ about: String) -> Option { Option(flag: name, about) }

  var word: String { "--" + name }

  /// `--count N`
  var signature: String { value.map { "\(word) \($0.name)" } ?? word }

  /// `--count N`, `[--profile P]`, `[--trained T ...]`
  var usage: String {
    let signature = isRepeated ? signature + " ..." : signature
    return isRequired ? signature : "[\(signature)]"
  }
}
