import Foundation

/// A number as a reader wants it in a sentence: four significant digits. Nothing is judged by this text.
package func brief(_ number: Double) -> String {
  guard number.isFinite else { return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf" }
  return String(format: "%.4g", number)
}
