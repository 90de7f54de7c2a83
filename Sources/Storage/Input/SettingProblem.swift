/// An environment variable or an option that means nothing.
package struct SettingProblem: Error, Hashable, CustomStringConvertible {
  package let name: String
  package let value: String
  package let mend: String

  package init(name: String, value: String, mend: String) {
    self.name = name
    self.value = value
    self.mend = mend
  }

  package var description: String { "\(name) is \"\(value)\". \(mend)".printable }
}
