/// What somebody says that sigma^k(x) is: one token. Every token is an answer, also one that a network should not
/// have given.
package struct PowerAnswer: Hashable, Sendable {
  /// In the numbering of ``PowerFormat``.
  package let token: Int

  package init(token: Int) {
    precondition(token >= 0, "Tokens count from 0, so \(token) is none.")
    self.token = token
  }

  /// "I don't know".
  package static let unknown = PowerAnswer(token: PowerFormat.blankToken)

  package static func element(_ symbol: Int) -> PowerAnswer {
    PowerAnswer(token: PowerFormat.firstElementToken + symbol)
  }

  /// The symbol it names, or nil: "I don't know", or a bit in the place of an element.
  package var element: Int? {
    token >= PowerFormat.firstElementToken ? token - PowerFormat.firstElementToken : nil
  }
}

extension PowerAnswer: CustomStringConvertible {
  package var description: String { element.map(String.init) ?? (self == .unknown ? "idk" : "bit \(token - 1)") }
}
