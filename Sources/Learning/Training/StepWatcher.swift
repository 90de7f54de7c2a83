/// Who reads what training does, step by step.
package protocol StepWatcher: AnyObject {
  /// A step has been taken. What is lent holds until this returns.
  func watch(_ step: WatchedStep)
}
