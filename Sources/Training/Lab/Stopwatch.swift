import Dispatch

/// Seconds since it was made.
package struct Stopwatch {
  private let start = DispatchTime.now().uptimeNanoseconds

  package init() {}

  package var seconds: Double { Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9 }
}
