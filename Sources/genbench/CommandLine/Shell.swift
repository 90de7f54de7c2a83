/// A shell that we complete for.
enum Shell: String, CaseIterable {
  case bash, zsh

  /// The word as either shell reads it back: plain where nothing in it is special, else in single quotes.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./:=,%+@".contains($0)) }
    return isPlain ? word : "'" + word.replacing("'", with: #"'\''"#) + "'"
  }
}
