package com.example;

public record Settings(String theme) {}
