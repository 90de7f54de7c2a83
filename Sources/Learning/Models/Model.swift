/// What a program is recorded from: parameters, and ordinary Swift code that reads like the formula.
package protocol Model: Sendable {
  var layout: ParameterLayout { get }
  var idsPerToken: Int { get }
  var loss: Loss { get }
  /// The model's formula, recorded: `[answers, outputs]` for whatever batch the program is run on.
  func callAsFunction(in recorder: Recorder) -> Value
}
