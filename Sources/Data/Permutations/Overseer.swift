/// Who decides what to ask next: a value that maps a transcript so far to an action. A script, a network or one that
/// fails; who replies is not its business.
package protocol Overseer {
  /// After fewer than three rounds a question, after three the answer.
  func action(after transcript: PowerTranscript) -> OverseerAction
}

package enum OverseerAction: Hashable, Sendable {
  case ask(PowerQuestion)
  case answer(PowerAnswer)
}
